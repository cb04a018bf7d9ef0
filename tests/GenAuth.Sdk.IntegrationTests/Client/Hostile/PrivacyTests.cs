using System.Net;
using System.Reflection;
using System.Text;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.IntegrationTests.Client.Hostile;

/// <summary>Drives every path with marked values, against servers that echo them wherever they can, and searches every channel for them.</summary>
public class PrivacyTests
{
    private const string PhoneNumber = "5550155507";
    private const string AccessToken = "eyJhbGciOi.s3cr3t-t0ken.5ign4ture";
    private const string ClientIp = "203.0.113.211";
    private const string PassCode = "73519246";
    private const string AppSecret = "app-s3cr3t+/value";
    private const string Name = "Ada Augusta Lovelace";
    private const string Echo = $"{PhoneNumber} {AccessToken} {ClientIp} {PassCode} {AppSecret} {Name} 5550-155-507 7351%39246 app-s3cr3t%2B%2Fvalue";

    private static readonly string[] Private = [AppSecret, PhoneNumber, AccessToken, "s3cr3t-t0ken", ClientIp, "5550-155-507"];

    private static readonly string[] PrivateAtLogin = [PhoneNumber, ClientIp, PassCode, AppSecret, "5550-155-507", "7351%39246", "app-s3cr3t%2B%2Fvalue"];

    private static readonly GenAuthRequestOptions LoginOptions = new() { ClientIp = IPAddress.Parse(ClientIp) };

    private static readonly GenAuthRequestOptions Options = new() { AccessToken = AccessToken, ClientIp = IPAddress.Parse(ClientIp), Language = "en-US" };

    public static TheoryData<string, string> Answers => new()
    {
        { "success", Http("200 OK", $$"""{"statusCode":200,"message":"{{Echo}}","requestId":"{{Echo}}"}""") },
        { "refusal", Http("200 OK", $$"""{"statusCode":422,"apiCode":4004,"message":"{{Echo}}","requestId":"{{PhoneNumber}}"}""") },
        { "failure", Http("200 OK", $$"""{"statusCode":500,"message":"{{Echo}}"}""", $"x-request-id: {Echo}\r\n") },
        { "throttled and retried", Http("429 Too Many Requests", $$"""{"statusCode":429,"message":"{{Echo}}"}""", "Retry-After: 0\r\n") },
        { "gateway page", Http("502 Bad Gateway", $"<html>{Echo}</html>", $"x-request-id: {Echo}\r\n") },
        { "redirect", Http("307 Temporary Redirect", Echo, $"Location: https://elsewhere.invalid/{PhoneNumber}\r\n") },
        { "media type", $"HTTP/1.1 200 OK\r\nContent-Type: text/{PhoneNumber}\r\n\r\n{Echo}" },
        { "truncated", $"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{Echo}" },
        { "broken status line", $"{Echo}\r\n\r\n" },
        { "broken header", $"HTTP/1.1 200 OK\r\n{Echo}\r\n\r\n" },
        { "reset", "" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task What_a_server_echoes_stays_out_of_every_channel(string _, string answer)
    {
        await using RawServer server = RawServer.Saying(answer);
        await AssertNothingHeardAsync(server.AppHost, expectSilence: false);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task What_a_server_echoes_of_a_login_stays_out_of_every_channel(string _, string answer)
    {
        await using RawServer server = RawServer.Saying(answer);
        await AssertNothingHeardAsync(server.AppHost, PrivateAtLogin, async client => await client.PreCheckCodeAsync(SmsChannel.Login, PhoneNumber, PassCode, "+86", LoginOptions));
        await AssertNothingHeardAsync(server.AppHost, PrivateAtLogin, async client => await client.SignInByPhonePassCodeAsync(PhoneNumber, PassCode, "+86", null, LoginOptions));
        await AssertNothingHeardAsync(server.AppHost, [.. PrivateAtLogin, Name], async client => await client.SignUpByPhonePassCodeAsync(PhoneNumber, PassCode, "+86", new SignUpProfile { Name = Name }, LoginOptions));
    }

    [Fact]
    public async Task A_server_that_never_answers_learns_and_tells_nothing()
    {
        await using RawServer server = RawServer.Silent();
        await AssertNothingHeardAsync(server.AppHost, expectSilence: true);
    }

    [Fact]
    public async Task The_emulators_inbox_keeps_to_itself_what_it_shows_in_properties()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();
        await AssertNothingHeardAsync(genAuth.AppHost, expectSilence: false);

        SmsMessage sms = await genAuth.Inbox.WaitForAsync(PhoneNumber);
        string text = $"{sms} {genAuth.Inbox} {genAuth} {genAuth.Faults}";

        Assert.DoesNotContain(Private.Append(sms.Code), secret => text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Misuse_is_named_without_its_value()
    {
        var client = new AuthenticationClient(new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example") });
        Func<Task>[] misuses =
        [
            () => client.SendSmsAsync(SmsChannel.Login, PhoneNumber.Insert(0, "++")),
            () => client.SendSmsAsync(SmsChannel.Login, PhoneNumber.Insert(0, "\n")),
            () => client.SendSmsAsync(SmsChannel.Login, "1", PhoneNumber.Insert(0, "x")),
            () => client.SendSmsAsync(SmsChannel.Login, "1", requestOptions: new GenAuthRequestOptions { AccessToken = AccessToken + "\r\n" }),
            () => client.SendSmsAsync(SmsChannel.Login, "1", requestOptions: new GenAuthRequestOptions { Language = PhoneNumber + "\r\n" }),
        ];

        foreach (Func<Task> misuse in misuses)
        {
            ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(misuse);
            Assert.DoesNotContain(Private, secret => exception.ToString().Contains(secret, StringComparison.Ordinal));
        }
    }

    private static Task AssertNothingHeardAsync(Uri appHost, bool expectSilence) =>
        AssertNothingHeardAsync(appHost, Private, async client => await client.SendSmsAsync(SmsChannel.Login, PhoneNumber, "+86", Options), expectSilence);

    private static async Task AssertNothingHeardAsync(Uri appHost, string[] secrets, Func<AuthenticationClient, Task<GenAuthResponse>> invokeAsync, bool expectSilence = false)
    {
        using var eavesdropper = new Eavesdropper();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(eavesdropper).SetMinimumLevel(LogLevel.Trace));
        services.AddGenAuthClient(options =>
        {
            options.AppId = "genauth-emulator";
            options.AppHost = appHost;
            options.AppSecret = AppSecret;
            options.AttemptTimeout = TimeSpan.FromSeconds(expectSilence ? 0.3 : 10);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        AuthenticationClient client = provider.GetRequiredService<AuthenticationClient>();
        eavesdropper.Note("ToString", $"{client} {Options} {new GenAuthClientOptions { AppHost = appHost }} {SmsChannel.Login}");

        try
        {
            GenAuthResponse response = await invokeAsync(client);
            eavesdropper.Note("response", $"{response} {response.RequestId}");
            response.EnsureSuccess();
        }
        catch (GenAuthException exception)
        {
            Note(eavesdropper, exception);
        }

        Assert.Contains(eavesdropper.Heard, line => line.StartsWith("log ", StringComparison.Ordinal));
        Assert.Contains(eavesdropper.Heard, line => line.StartsWith("activity", StringComparison.Ordinal));
        Assert.Contains(eavesdropper.Heard, line => line.StartsWith("metric", StringComparison.Ordinal));
        Assert.DoesNotContain(
            eavesdropper.Heard.Where(line => !line.StartsWith(Eavesdropper.RuntimeEvent, StringComparison.Ordinal)),
            line => secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    // Everything an error reporter would send on; only the service's own text is documented to quote what was sent.
    private static void Note(Eavesdropper eavesdropper, GenAuthException exception)
    {
        eavesdropper.Note("exception", exception);
        foreach (PropertyInfo property in exception.GetType().GetProperties().Where(property => property.Name is not nameof(GenAuthApiException.ServerMessage)))
            eavesdropper.Note("exception " + property.Name, property.GetValue(exception));
    }

    private static string Http(string status, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}";
}
