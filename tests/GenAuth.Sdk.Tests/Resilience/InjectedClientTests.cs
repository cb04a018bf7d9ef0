#if NET && !NETSTANDARD_SDK
using System.Net;
#endif

using GenAuth.Sdk.Tests.Http;

using Polly.Timeout;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Resilience;

/// <summary>An HttpClient of the caller's: what it is set to holds, and no deadline is claimed that did not pass.</summary>
public class InjectedClientTests
{
    [Fact]
    public async Task Its_timeout_covers_the_body_too()
    {
        using TestClient client = new TestClient().Returning(async (request, cancellationToken) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = new StreamContent(new StalledStream()) };
        });
        client.HttpClient.Timeout = TimeSpan.FromMilliseconds(100);

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.SendAsync());

        Assert.Equal((GenAuthTimeoutSource.HttpClient, TimeSpan.FromMilliseconds(100)), (exception.TimeoutSource, exception.Timeout));
        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, client.Requests));
    }

    [Fact]
    public async Task CancelPendingRequests_is_a_broken_connection()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient().Returning(HangAfterSending(entered));

        Task<SendSMSRespDto> send = client.SendAsync();
        await entered.Task;
        client.HttpClient.CancelPendingRequests();

        await AssertBrokenAsync(client, send, RequestOutcome.Unknown);
    }

    [Fact]
    public async Task Disposal_is_a_broken_connection()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient().Returning(HangAfterSending(entered));

        Task<SendSMSRespDto> send = client.SendAsync();
        await entered.Task;
        client.HttpClient.Dispose();

        await AssertBrokenAsync(client, send, RequestOutcome.Unknown);
    }

    [Fact]
    public async Task A_handler_that_cancels_by_itself_is_a_broken_connection_after_one_request()
    {
        using TestClient client = new TestClient().Returning(FailBeforeSending(new TaskCanceledException("a handler's own")));

        await AssertBrokenAsync(client, client.SendAsync(), RequestOutcome.NotProcessed);
    }

    [Fact]
    public async Task A_connect_timeout_of_its_handler_is_retried()
    {
        using TestClient client = new TestClient().Returning(FailBeforeSending(new TaskCanceledException("connect", new TimeoutException())), Body(Success));

        Assert.True((await client.SendAsync()).IsSuccess);
        Assert.Equal(2, client.Requests);
    }

    [Theory]
    [InlineData(false, RequestOutcome.NotProcessed, 3)]
    [InlineData(true, RequestOutcome.Unknown, 1)]
    public async Task A_timeout_of_its_resilience_handler_is_a_timeout(bool sent, RequestOutcome outcome, int attempts)
    {
        var rejection = new TimeoutRejectedException("too slow", TimeSpan.FromSeconds(3));
        using TestClient client = new TestClient().Returning(sent ? FailAfterSending(rejection) : FailBeforeSending(rejection));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.SendAsync());

        Assert.Equal((GenAuthTimeoutSource.HttpClient, TimeSpan.FromSeconds(3)), (exception.TimeoutSource, exception.Timeout));
        Assert.Equal((outcome, attempts), (exception.Outcome, exception.Attempts));
        Assert.Contains("within the timeout of a handler of the HttpClient of 3 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_of_its_handler_that_names_no_length_claims_none()
    {
        using TestClient client = new TestClient().Returning(FailAfterSending(new TimeoutRejectedException()));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.SendAsync());

        Assert.Equal(Timeout.InfiniteTimeSpan, exception.Timeout);
        Assert.Contains("within the timeout of a handler of the HttpClient, after 1 attempt", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/api/v3/send-sms")]
    [InlineData("https://tenant.example:8443/api/v3/send-sms")]
    [InlineData("http://tenant.example/api/v3/send-sms")]
    public async Task An_answer_after_a_redirect_to_another_host_warns_of_the_leak(string answering)
    {
        using var handler = new RedirectingHandler(answering);
        using var httpClient = new HttpClient(handler);
        var options = new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example"), Retry = { RetryUnknownOutcomes = true } };

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(
            () => new AuthenticationClient(httpClient, options).SendSmsAsync(SmsChannel.Login, TestClient.PhoneNumber));

        Assert.Contains("another host than AppHost, and private values of the request may have been sent there", exception.Message, StringComparison.Ordinal);
        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, exception.Attempts));
    }

#if NET && !NETSTANDARD_SDK
    [Fact]
    public async Task Its_preferences_for_the_HTTP_version_are_honoured()
    {
        HttpRequestMessage? seen = null;
        using TestClient client = new TestClient().Returning((request, cancellationToken) =>
        {
            seen = request;
            return Body(Success)(request, cancellationToken);
        });
        client.HttpClient.DefaultRequestVersion = HttpVersion.Version20;
        client.HttpClient.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        (await client.SendAsync()).EnsureSuccess();

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), (seen!.Version, seen.VersionPolicy));
    }
#endif

    private static async Task AssertBrokenAsync(TestClient client, Task<SendSMSRespDto> send, RequestOutcome outcome)
    {
        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => send);
        Assert.Equal((outcome, 1), (exception.Outcome, exception.Attempts));
        Assert.Equal(1, client.Requests);
    }

    private sealed class RedirectingHandler(string answering) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await Body(Success)(request, cancellationToken);
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Post, answering);
            return response;
        }
    }

    private sealed class StalledStream : BodyStream
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }
}
