using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using CsCheck;

namespace GenAuth.Sdk.IntegrationTests.Client.Hostile;

/// <summary>Properties over arbitrary answers. A failure prints the seed that repeats it.</summary>
public class AnyAnswerTests
{
    private static readonly Regex NumberFormat = new(@"^(?<sign>[-+]?)(?<whole>\d+)(\.(?<fraction>\d*))?([eE](?<exponent>[-+]?\d+))?$", RegexOptions.ECMAScript);

    private static readonly string[] Samples =
    [
        """{"statusCode":200,"message":"Operation successful","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c"}""",
        """{"statusCode":429,"message":"您的请求已超过最大数量限制，请稍后重试"}""",
        """{"uniqueId":"65e59f51-dbbc-4d1f-a809-6d3f15d9b53e","statusCode":499,"message":"应用不存在","apiCode":"2011","data":null}""",
        "{\"code\":\"422\",\"request_id\":\"a\",\"message\":\"\\ud83d\\ude00 \\ud800\",\"data\":{\"a\":[1,-2e9,true]}}",
    ];

    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 300];

    private static readonly Gen<byte[]> MutatedSamples =
        from sample in Gen.OneOf(Samples)
        from edits in Gen.Select(Gen.Int[0, 200], Gen.Byte, Gen.Int[0, 3]).Array[1, 6]
        select edits.Aggregate(Encoding.UTF8.GetBytes(sample), Edit);

    private static readonly Gen<string> Numbers = Gen.OneOf(
        Gen.OneOf("0", "-0", "200", "200.0", "2e2", "1E400", "-1", "2147483647", "2147483648", "-2147483648", "99999999999999999999", "0.1e-400"),
        Gen.Int.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Values = Gen.OneOf(
        Numbers,
        Numbers.Select(number => $"\"{number}\""),
        Gen.OneOf("null", "true", "false", "\"\"", "\"text\"", "{}", "[]", "{\"statusCode\":200}", "[[{\"code\":200}]]", "\"\\ud800\"", "\"\\u0032\\u0030\\u0030\""));

    private static readonly Gen<string> Names = Gen.OneOf("statusCode", "code", "message", "apiCode", "requestId", "uniqueId", "request_id", "data", "StatusCode", "");

    private static readonly Gen<string> Objects =
        Gen.Select(Names, Values, (name, value) => $"\"{name}\":{value}").Array[0, 8].Select(members => "{" + string.Join(",", members) + "}");

    [Fact]
    public void Arbitrary_bytes_give_an_answer_or_the_documented_exception() =>
        Gen.Select(Bytes, Gen.Int[200, 599]).Sample((body, http) => EndsAsDocumented(body, http), iter: 20_000);

    [Fact]
    public void Damaged_answers_never_give_a_false_success_or_an_undocumented_exception() =>
        MutatedSamples.Sample(body => EndsAsDocumented(body, 200), iter: 20_000);

    [Fact]
    public void Any_object_has_the_status_that_an_independent_reader_finds() => Objects.Sample(
        json =>
        {
            SendSMSRespDto? response = Send(Encoding.UTF8.GetBytes(json), 200);
            return response?.StatusCode == ExpectedStatus(json) && (response is null || response.ApiCode == Number(json, "apiCode").Value);
        },
        iter: 20_000,
        print: json => json);

    [Fact]
    public void Nesting_of_any_depth_ends_as_documented() =>
        Gen.Select(Gen.Int[0, 200_000], Gen.Bool).Sample(
            (depth, closed) => EndsAsDocumented(
                Encoding.UTF8.GetBytes("{\"data\":" + new string('[', depth) + (closed ? new string(']', depth) : "") + ",\"statusCode\":200}"),
                200),
            iter: 200);

    private static bool EndsAsDocumented(byte[] body, int http)
    {
        SendSMSRespDto? response = Send(body, http);
        return response is not { IsSuccess: true } || ExpectedStatus(Encoding.UTF8.GetString(body).TrimStart('\ufeff')) == 200;
    }

    /// <summary>Sends against a server that answers this; null when the client threw the documented exception.</summary>
    private static SendSMSRespDto? Send(byte[] body, int http)
    {
        using var httpClient = new HttpClient(new AnsweringHandler(body, http));
        var client =
            new AuthenticationClient(httpClient, new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example"), Retry = { MaxRetries = 0 } });
        try
        {
            return client.SendSmsAsync(SmsChannel.Login, "5550100").GetAwaiter().GetResult();
        }
        catch (GenAuthResponseException exception) when (exception.Body.Length <= 1024)
        {
            return null;
        }
    }

    private static int? ExpectedStatus(string json)
    {
        (bool present, int? status) = Number(json, "statusCode");
        return present ? status : Number(json, "code").Value;
    }

    // The same question answered by JsonDocument, which takes the last of duplicate members, too.
    private static (bool Present, int? Value) Number(string json, string name)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        if (!document.RootElement.TryGetProperty(name, out JsonElement element) || element.ValueKind is JsonValueKind.Null)
            return (false, null);

        string text = element.ValueKind is JsonValueKind.String ? Unescaped(element) : element.GetRawText();
        return (true, WholeNumber(text));
    }

    // As a rational number: digits over a power of ten. What is beyond every power here is far from 32 bits.
    private static int? WholeNumber(string text)
    {
        Match number = NumberFormat.Match(text);
        if (!number.Success)
            return null;

        BigInteger digits = BigInteger.Parse(number.Groups["whole"].Value + number.Groups["fraction"].Value, CultureInfo.InvariantCulture);
        int exponent = number.Groups["exponent"].Length == 0 ? 0 : int.Parse(number.Groups["exponent"].Value, CultureInfo.InvariantCulture);
        int scale = exponent - number.Groups["fraction"].Length;
        BigInteger power = BigInteger.Pow(10, Math.Abs(scale));
        (BigInteger value, BigInteger rest) = scale >= 0 ? (digits * power, BigInteger.Zero) : BigInteger.DivRem(digits, power);
        value *= number.Groups["sign"].Value == "-" ? -1 : 1;
        return rest.IsZero && value >= int.MinValue && value <= int.MaxValue ? (int)value : null;
    }

    private static string Unescaped(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static byte[] Edit(byte[] bytes, (int Position, byte Value, int Kind) edit)
    {
        int at = bytes.Length == 0 ? 0 : edit.Position % bytes.Length;
        return edit.Kind switch
        {
            0 => [.. bytes[..at], edit.Value, .. bytes[at..]],
            1 => [.. bytes[..at]],
            2 when bytes.Length > 0 => [.. bytes[..at], edit.Value, .. bytes[(at + 1)..]],
            _ => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 1)..]],
        };
    }

    private sealed class AnsweringHandler(byte[] body, int http) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)http) { Content = new ByteArrayContent(body) });
    }
}
