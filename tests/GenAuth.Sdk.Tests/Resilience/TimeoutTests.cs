using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Resilience;

public class TimeoutTests
{
    [Fact]
    public async Task A_sent_attempt_that_times_out_is_unknown_after_one_request()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient().Returning(HangAfterSending(entered));

        Task<SendSMSRespDto> send = client.SendAsync();
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(send.IsCompleted);
        client.Clock.Advance(TimeSpan.FromSeconds(0.1));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send);
        Assert.Equal(GenAuthTimeoutSource.Attempt, exception.TimeoutSource);
        Assert.Equal(TimeSpan.FromSeconds(10), exception.Timeout);
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(1, client.Requests);
        Assert.Equal(
            "GenAuth did not answer within the attempt timeout of 10 s, after 1 attempt to SendSms. An SMS may have been sent: sending again may send a second one.",
            exception.Message);
    }

    [Fact]
    public async Task An_attempt_that_never_left_is_retried_after_its_timeout()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient().Returning(HangBeforeSending(entered), Body(Success));

        Task<SendSMSRespDto> send = client.SendAsync();
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.True((await send).IsSuccess);
        Assert.Equal(2, client.Requests);
    }

    [Fact]
    public async Task The_total_timeout_is_named_when_it_ends_the_last_attempt()
    {
        var entered = new TaskCompletionSource();
        using var client = new TestClient(options => options.TotalTimeout = TimeSpan.FromSeconds(13));
        client.Returning(Status(429, retryAfter: "8"), HangAfterSending(entered));

        Task<SendSMSRespDto> send = client.SendAsync();
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(5));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send);
        Assert.Equal(GenAuthTimeoutSource.Total, exception.TimeoutSource);
        Assert.Equal(TimeSpan.FromSeconds(13), exception.Timeout);
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task No_attempt_begins_after_a_delay_that_outlasted_the_total_timeout()
    {
        using var client = new TestClient(options => options.TotalTimeout = TimeSpan.FromSeconds(13));
        client.Clock.DelayStarted = new TaskCompletionSource();
        client.Returning(FailBeforeSending(new HttpRequestException("refused")), Body(Success));

        Task<SendSMSRespDto> send = client.SendAsync();
        await client.Clock.DelayStarted.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(13));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send);
        Assert.Equal(GenAuthTimeoutSource.Total, exception.TimeoutSource);
        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(1, client.Requests);
    }

    [Fact]
    public async Task A_refusal_stays_one_when_the_wait_after_it_took_the_rest_of_the_total_timeout()
    {
        using TestClient client = new TestClient().Returning(Status(429, retryAfter: "5"), Body(Success));
        client.Clock.DelayStarted = new TaskCompletionSource();

        Task<SendSMSRespDto> send = client.SendAsync();
        await client.Clock.DelayStarted.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(30));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send);
        Assert.Equal(GenAuthTimeoutSource.Total, exception.TimeoutSource);
        Assert.Equal((RequestOutcome.NotProcessed, 1), (exception.Outcome, client.Requests));
    }

    [Fact]
    public async Task The_total_timeout_begins_with_the_first_attempt()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient(options => options.Retry.MaxRetries = 0).Returning(HangBeforeSending(entered));
        client.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(25);

        Task<SendSMSRespDto> send = client.SendAsync();
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(GenAuthTimeoutSource.Attempt, (await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send)).TimeoutSource);
    }

    [Fact]
    public async Task A_calls_own_timeout_takes_the_place_of_the_total_timeout()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient().Returning(HangBeforeSending(entered));

        Task<SendSMSRespDto> send = client.SendAsync(new GenAuthRequestOptions { Timeout = TimeSpan.FromSeconds(2) });
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(2));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send);
        Assert.Equal(GenAuthTimeoutSource.Total, exception.TimeoutSource);
        Assert.Equal(TimeSpan.FromSeconds(2), exception.Timeout);
        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.Equal("GenAuth did not answer within the total timeout of 2 s, after 1 attempt to SendSms. No SMS was sent.", exception.Message);
    }

    [Fact]
    public async Task Where_both_timeouts_pass_at_once_it_is_the_total_one()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient().Returning(HangBeforeSending(entered));

        Task<SendSMSRespDto> send = client.SendAsync(new GenAuthRequestOptions { Timeout = TimeSpan.FromSeconds(10) });
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(GenAuthTimeoutSource.Total, (await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send)).TimeoutSource);
        Assert.Equal(1, client.Requests);
    }

    [Fact]
    public async Task The_total_timeout_remembers_an_earlier_attempt_that_may_have_been_processed()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient(options => options.Retry.RetryUnknownOutcomes = true)
            .Returning(FailAfterSending(new IOException("reset")), HangBeforeSending(entered));

        Task<SendSMSRespDto> send = client.SendAsync(new GenAuthRequestOptions { Timeout = TimeSpan.FromSeconds(5) });
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(RequestOutcome.Unknown, (await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send)).Outcome);
    }

    [Fact]
    public async Task An_injected_clients_shorter_timeout_is_reported_as_such()
    {
        using TestClient client = new TestClient().Returning(HangAfterSending());
        client.HttpClient.Timeout = TimeSpan.FromMilliseconds(30);

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.SendAsync());

        Assert.Equal(GenAuthTimeoutSource.HttpClient, exception.TimeoutSource);
        Assert.Equal(TimeSpan.FromMilliseconds(30), exception.Timeout);
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(1, client.Requests);
        Assert.Contains("within the timeout of the HttpClient of 0.03 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_injected_clients_timeout_before_the_request_left_is_retried()
    {
        using TestClient client = new TestClient().Returning(HangBeforeSending());
        client.HttpClient.Timeout = TimeSpan.FromMilliseconds(30);

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => client.SendAsync());

        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.Equal(3, client.Requests);
    }

    [Fact]
    public async Task A_body_that_a_handler_would_still_write_after_the_timeout_is_stopped()
    {
        HttpContent? kept = null;
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient(options => options.Retry.MaxRetries = 0).Returning((request, cancellationToken) =>
        {
            kept = request.Content;
            return HangBeforeSending(entered)(request, cancellationToken);
        });

        Task<SendSMSRespDto> send = client.SendAsync();
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(RequestOutcome.NotProcessed, (await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send)).Outcome);
        await Assert.ThrowsAnyAsync<Exception>(() => kept!.CopyToAsync(Stream.Null));
    }
}
