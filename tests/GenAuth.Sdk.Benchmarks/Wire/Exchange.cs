using System.Net;

namespace GenAuth.Sdk.Benchmarks.Wire;

/// <summary>The one exchange that everything here is measured with: the documented request and its success.</summary>
internal static class Exchange
{
    public const string Path = "/api/v3/send-sms";
    public const string AppId = "6540a1b2c3d4e5f601234567";
    public const string AppIdHeader = "x-genauth-app-id";

    public static readonly Uri InMemoryHost = new("https://tenant.example");

    private static readonly byte[] AnswerBytes =
        """{"statusCode":200,"message":"Operation successful","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c"}"""u8.ToArray();

    public static ReadOnlyMemory<byte> Answer => AnswerBytes;

    /// <summary>A response of its own for every request, its header unparsed as it comes off a connection.</summary>
    public static HttpResponseMessage NewResponse()
    {
        var content = new ByteArrayContent(AnswerBytes);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    /// <summary>Whether a finished send saw the success, so that nothing is measured that does not work.</summary>
    public static bool Succeeded(Task send) => send
        is Task<SendSMSRespDto> { Result.IsSuccess: true }
        or Task<SmsAnswer> { Result.StatusCode: 200 };
}
