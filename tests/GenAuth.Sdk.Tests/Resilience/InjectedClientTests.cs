#if NET && !NETSTANDARD_SDK
using System.Net;
#endif

using GenAuth.Sdk.Tests.Http;

using Polly.Timeout;

using static GenAuth.Sdk.Tests.Harness;

namespace GenAuth.Sdk.Tests.Resilience;

/// <summary>An HttpClient of the caller's: what it is set to holds, and no deadline is claimed that did not pass.</summary>
public class InjectedClientTests
{
    [Fact]
    public async Task Its_timeout_covers_the_body_too()
    {
        using Harness harness = new Harness().Answering(async (request, cancellationToken) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = new StreamContent(new StalledStream()) };
        });
        harness.HttpClient.Timeout = TimeSpan.FromMilliseconds(100);

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => harness.SendAsync());

        Assert.Equal((GenAuthTimeoutSource.HttpClient, TimeSpan.FromMilliseconds(100)), (exception.TimeoutSource, exception.Timeout));
        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, harness.Requests));
    }

    [Fact]
    public async Task CancelPendingRequests_is_a_broken_connection_and_no_timeout()
    {
        var entered = new TaskCompletionSource();
        using Harness harness = new Harness().Answering(HangAfterSending(entered));

        Task<SendSMSRespDto> send = harness.SendAsync();
        await entered.Task;
        harness.HttpClient.CancelPendingRequests();

        await AssertBrokenAsync(harness, send, RequestOutcome.Unknown);
    }

    [Fact]
    public async Task Disposal_is_a_broken_connection_and_no_timeout()
    {
        var entered = new TaskCompletionSource();
        using Harness harness = new Harness().Answering(HangAfterSending(entered));

        Task<SendSMSRespDto> send = harness.SendAsync();
        await entered.Task;
        harness.HttpClient.Dispose();

        await AssertBrokenAsync(harness, send, RequestOutcome.Unknown);
    }

    [Fact]
    public async Task A_handler_that_cancels_by_itself_is_a_broken_connection_and_not_asked_again()
    {
        using Harness harness = new Harness().Answering(FailBeforeSending(new TaskCanceledException("a handler's own")));

        await AssertBrokenAsync(harness, harness.SendAsync(), RequestOutcome.NotProcessed);
    }

    [Fact]
    public async Task A_connect_timeout_of_its_handler_is_a_failed_connection_and_retried()
    {
        using Harness harness = new Harness().Answering(FailBeforeSending(new TaskCanceledException("connect", new TimeoutException())), Body(Success));

        Assert.True((await harness.SendAsync()).IsSuccess);
        Assert.Equal(2, harness.Requests);
    }

    [Theory]
    [InlineData(false, RequestOutcome.NotProcessed, 3)]
    [InlineData(true, RequestOutcome.Unknown, 1)]
    public async Task A_timeout_of_its_resilience_handler_is_a_timeout(bool sent, RequestOutcome outcome, int attempts)
    {
        var rejection = new TimeoutRejectedException("too slow", TimeSpan.FromSeconds(3));
        using Harness harness = new Harness().Answering(sent ? FailAfterSending(rejection) : FailBeforeSending(rejection));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => harness.SendAsync());

        Assert.Equal((GenAuthTimeoutSource.HttpClient, TimeSpan.FromSeconds(3)), (exception.TimeoutSource, exception.Timeout));
        Assert.Equal((outcome, attempts), (exception.Outcome, exception.Attempts));
        Assert.Contains("within the timeout of a handler of the HttpClient of 3 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_of_its_handler_that_names_no_length_claims_none()
    {
        using Harness harness = new Harness().Answering(FailAfterSending(new TimeoutRejectedException()));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => harness.SendAsync());

        Assert.Equal(Timeout.InfiniteTimeSpan, exception.Timeout);
        Assert.Contains("within the timeout of a handler of the HttpClient, after 1 attempt", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/api/v3/send-sms")]
    [InlineData("https://tenant.example:8443/api/v3/send-sms")]
    [InlineData("http://tenant.example/api/v3/send-sms")]
    public async Task An_answer_from_a_host_it_was_redirected_to_is_an_error_that_warns_of_the_leak(string answering)
    {
        using var handler = new RedirectingHandler(answering);
        using var httpClient = new HttpClient(handler);
        var options = new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example"), Retry = { RetryUnknownOutcomes = true } };

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => new AuthenticationClient(httpClient, options).SendSmsAsync(SmsChannel.Login, Harness.PhoneNumber));

        Assert.Contains("another host than AppHost, and private values of the request may have been sent there", exception.Message, StringComparison.Ordinal);
        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, exception.Attempts));
    }

#if NET && !NETSTANDARD_SDK
    [Fact]
    public async Task Its_preferences_for_the_HTTP_version_are_honoured()
    {
        HttpRequestMessage? seen = null;
        using Harness harness = new Harness().Answering((request, cancellationToken) =>
        {
            seen = request;
            return Body(Success)(request, cancellationToken);
        });
        harness.HttpClient.DefaultRequestVersion = HttpVersion.Version20;
        harness.HttpClient.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        (await harness.SendAsync()).EnsureSuccess();

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), (seen!.Version, seen.VersionPolicy));
    }
#endif

    private static async Task AssertBrokenAsync(Harness harness, Task<SendSMSRespDto> send, RequestOutcome outcome)
    {
        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => send);
        Assert.Equal((outcome, 1), (exception.Outcome, exception.Attempts));
        Assert.Equal(1, harness.Requests);
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
