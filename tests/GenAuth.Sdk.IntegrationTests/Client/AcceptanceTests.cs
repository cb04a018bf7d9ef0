using System.Net;
using System.Net.Sockets;

using GenAuth.Sdk.Tests.Shared;

using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.IntegrationTests.Client;

/// <summary>What the client promises, over real sockets and against servers that do not cooperate.</summary>
public class AcceptanceTests
{
    [Theory]
    [InlineData("""{"statusCode":429,"message":"slow down"}""", GenAuthErrorKind.RateLimited, RequestOutcome.NotProcessed)]
    [InlineData("""{"statusCode":500,"message":"oops"}""", GenAuthErrorKind.Server, RequestOutcome.Unknown)]
    [InlineData("""{"statusCode":499,"message":"应用不存在","apiCode":"2011"}""", GenAuthErrorKind.Configuration, RequestOutcome.NotProcessed)]
    public async Task An_HTTP_200_with_a_failure_in_it_is_that_failure_after_one_request(string body, GenAuthErrorKind kind, RequestOutcome outcome)
    {
        await using RawServer server = RawServer.Answering("200 OK", body);

        SendSMSRespDto response = await server.CreateClient().SendSmsAsync("CHANNEL_LOGIN", "5550100");

        Assert.Equal(kind, response.ErrorKind);
        Assert.Equal(outcome, response.Outcome);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_gateways_502_page_is_unknown_after_one_request()
    {
        await using RawServer server = RawServer.Answering("502 Bad Gateway", "<html>bad gateway</html>", "text/html");

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => server.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(HttpStatusCode.BadGateway, exception.HttpStatusCode);
        Assert.Equal("text/html", exception.ContentType);
        Assert.Equal("<html>bad gateway</html>", exception.Body);
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_unknown_after_one_request()
    {
        await using RawServer server = RawServer.Silent();

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(
            () => server.CreateClient(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300)).SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(GenAuthTimeoutSource.Attempt, exception.TimeoutSource);
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_body_that_stalls_ends_with_the_attempt_timeout()
    {
        await using var server = new RawServer(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"status"u8.ToArray(), cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        });

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(
            () => server.CreateClient(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(300)).SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"statusCode\":200")]
    [InlineData("this is not HTTP\r\n\r\n")]
    public async Task A_connection_that_breaks_after_the_request_is_unknown_after_one_request(string response)
    {
        await using RawServer server = RawServer.Saying(response);

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => server.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_refused_port_is_not_processed_after_three_attempts()
    {
        var client = new AuthenticationClient(new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri($"http://127.0.0.1:{ClosedPort()}") });

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.Equal(3, exception.Attempts);
    }

    [Fact]
    public async Task A_host_that_does_not_resolve_was_not_reached()
    {
        var client =
            new AuthenticationClient(new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://does-not-exist.invalid"), Retry = { MaxRetries = 0 } });

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task A_server_without_TLS_is_not_processed_after_one_attempt()
    {
        await using var server = new RawServer(
            (stream, cancellationToken) => stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), cancellationToken).AsTask(),
            answersUnasked: true);
        AuthenticationClient client = server.CreateClient(options => options.AppHost = new UriBuilder(server.AppHost) { Scheme = "https" }.Uri);

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal((RequestOutcome.NotProcessed, 1), (exception.Outcome, exception.Attempts));
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_to_another_host_is_not_followed(string status)
    {
        await using RawServer elsewhere = RawServer.Answering("200 OK", """{"statusCode":200}""");
        await using RawServer server = RawServer.Answering(status, "", headers: $"Location: {elsewhere.AppHost}api/v3/send-sms\r\n");

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => server.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(1, server.Requests);
        Assert.Equal(0, elsewhere.Requests);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("phoneNumber")]
    [InlineData("phoneNumber+")]
    [InlineData("requestOptions")]
    public async Task Bad_input_names_its_parameter_before_any_request(string what)
    {
        await using RawServer server = RawServer.Answering("200 OK", """{"statusCode":200}""");
        AuthenticationClient client = server.CreateClient();

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => what switch
        {
            "channel" => client.SendSmsAsync(default, "5550100"),
            "phoneNumber" => client.SendSmsAsync(SmsChannel.Login, string.Empty),
            "phoneNumber+" => client.SendSmsAsync(SmsChannel.Login, WithCountryCode, "+1"),
            _ => client.SendSmsAsync(SmsChannel.Login, "5550100", requestOptions: new GenAuthRequestOptions { AccessToken = "t\r\nx: y" }),
        });

        Assert.Equal(what.TrimEnd('+'), exception.ParamName);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task A_callers_cancellation_carries_the_callers_token()
    {
        await using RawServer server = RawServer.Silent();
        using var cancellation = new CancellationTokenSource();

        Task<SendSMSRespDto> send = server.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: cancellation.Token);
        await Eventually.PassesAsync(() => Assert.Equal(1, server.Requests));
        await cancellation.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_whose_defaults_retry_everything_still_sends_one_request(bool registeredFirst)
    {
        await using RawServer failing = RawServer.Answering("500 Internal Server Error", "oops", "text/plain");
        await using RawServer slow = RawServer.Silent();
        var services = new ServiceCollection();
        if (registeredFirst)
            Defaults(services);
        services.AddKeyedGenAuthClient("failing", options => (options.AppId, options.AppHost) = ("app-1", failing.AppHost));
        services.AddKeyedGenAuthClient(
            "slow",
            options => (options.AppId, options.AppHost, options.AttemptTimeout) = ("app-1", slow.AppHost, TimeSpan.FromMilliseconds(900)));
        if (!registeredFirst)
            Defaults(services);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<GenAuthResponseException>(
            () => provider.GetRequiredKeyedService<AuthenticationClient>("failing").SendSmsAsync(SmsChannel.Login, "5550100"));
        await Assert.ThrowsAsync<GenAuthTimeoutException>(() => provider.GetRequiredKeyedService<AuthenticationClient>("slow").SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(1, failing.Requests);
        Assert.Equal(1, slow.Requests);

        static void Defaults(ServiceCollection services) => services.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler(options =>
        {
            // Impatient, so that it would have retried the slow server well before our own deadline.
            options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(100);
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(1);
        }));
    }

    // Not a constant, for the compiler would warn of it.
    private static string WithCountryCode => "+865550100";

    private static int ClosedPort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
