using System.Net;

namespace GenAuth.Sdk.Fuzz;

/// <summary>
/// The property under fuzz: whatever bytes come back, a send ends with an answer or with <see cref="GenAuthResponseException"/>,
/// and only a body that says 200 is a success.
/// </summary>
internal static class HostileAnswer
{
    private static readonly HttpStatusCode[] Statuses =
        [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.ProxyAuthenticationRequired, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable];

    private static readonly AnsweringHandler Handler = new();

    private static readonly AuthenticationClient Client = new(
        new HttpClient(Handler),
        new GenAuthClientOptions { AppId = "fuzz", AppHost = new Uri("https://genauth.invalid"), Retry = new GenAuthRetryOptions { MaxRetries = 0 } });

    /// <summary>Answers a send with <paramref name="input"/>: the first byte chooses the HTTP status, the rest is the body.</summary>
    public static void Check(byte[] input)
    {
        Handler.Status = input.Length == 0 ? HttpStatusCode.OK : Statuses[input[0] % Statuses.Length];
        Handler.Body = input.Length == 0 ? [] : input[1..];

        try
        {
            SendSMSRespDto response = Client.SendSmsAsync(SmsChannel.Login, "5550100").GetAwaiter().GetResult();

            if (response.IsSuccess && Handler.Body.AsSpan().IndexOf((byte)'2') < 0)
                throw new InvalidOperationException("A success that no body stated.");
            if (response.RequestId is { Length: 0 or > 128 })
                throw new InvalidOperationException("A request id of unreasonable length.");
        }
        catch (GenAuthResponseException exception)
        {
            if (exception.Body.Length > 1024)
                throw new InvalidOperationException("More of the body was kept than documented.");
        }
    }

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; }

        public byte[] Body { get; set; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(Status) { Content = new ByteArrayContent(Body) });
    }
}
