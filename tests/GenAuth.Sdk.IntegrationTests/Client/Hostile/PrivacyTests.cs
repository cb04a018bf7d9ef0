using System.Net;
using System.Reflection;
using System.Text;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.IntegrationTests.Client.Hostile;

/// <summary>Drives every path with marked values, against servers that echo them wherever they can, and searches every channel for them.</summary>
public class PrivacyTests
{
    private const string PhoneNumber = PrivateCall.PhoneNumber;
    private const string AccessToken = PrivateCall.AccessToken;
    private const string Echo = PrivateCall.Echo;

    private static readonly string[] Private = PrivateCall.All[0].Secrets;

    private static readonly GenAuthRequestOptions Options = new() { AccessToken = AccessToken, ClientIp = IPAddress.Parse(PrivateCall.ClientIp), Language = "en-US" };

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

    [Fact]
    public void Every_operation_is_among_the_calls() => Assert.Equal(
        typeof(AuthenticationClient).GetMethods()
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .Select(method => method.Name)
            .Order(StringComparer.Ordinal),
        PrivateCall.All.Select(call => call.Name + "Async").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task What_a_server_echoes_stays_out_of_every_channel(string _, string answer)
    {
        await using RawServer server = RawServer.Saying(answer);
        foreach (PrivateCall call in PrivateCall.All)
            await AssertNothingHeardAsync(server.AppHost, call);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_no_way_out_for_private_data()
    {
        await using RawServer server = RawServer.Silent();
        await AssertNothingHeardAsync(server.AppHost, PrivateCall.All[0], expectSilence: true);
    }

    [Fact]
    public async Task The_emulators_inbox_keeps_to_itself_what_it_shows_in_properties()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();
        await AssertNothingHeardAsync(genAuth.AppHost, PrivateCall.All[0]);

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

    private static async Task AssertNothingHeardAsync(Uri appHost, PrivateCall call, bool expectSilence = false)
    {
        using var eavesdropper = new Eavesdropper();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(eavesdropper).SetMinimumLevel(LogLevel.Trace));
        services.AddGenAuthClient(options =>
        {
            options.AppId = "genauth-emulator";
            options.AppHost = appHost;
            options.AppSecret = PrivateCall.AppSecret;
            options.AttemptTimeout = TimeSpan.FromSeconds(expectSilence ? 0.3 : 10);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        AuthenticationClient client = provider.GetRequiredService<AuthenticationClient>();
        eavesdropper.Note("ToString", $"{client} {Options} {new GenAuthClientOptions { AppHost = appHost }} {SmsChannel.Login}");

        try
        {
            GenAuthResponse response = await call.InvokeAsync(client);
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
            line => call.Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
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
