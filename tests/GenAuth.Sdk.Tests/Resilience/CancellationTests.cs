using GenAuth.Sdk.Internal.Contract;

using Microsoft.Extensions.Logging.Testing;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Resilience;

public class CancellationTests
{
    [Fact]
    public async Task A_cancelled_token_sends_nothing()
    {
        using TestClient client = new TestClient().Returning(Body(Success));
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        OperationCanceledException exception = await AssertCancelled(() => client.SendAsync(null, cancellation.Token), cancellation.Token);
        Assert.Contains("No SMS was sent", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, client.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_during_the_request_surfaces_as_the_callers_cancellation(bool retryUnknownOutcomes)
    {
        var entered = new TaskCompletionSource();
        var logs = new FakeLogger<AuthenticationClient>();
        using TestClient client = new TestClient(options => options.Retry.RetryUnknownOutcomes = retryUnknownOutcomes, logs).Returning(HangAfterSending(entered));

        OperationCanceledException exception = await CancelAtAsync(entered.Task, client);

        Assert.Contains("An SMS may have been sent", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, client.Requests);
        Assert.DoesNotContain(logs.Collector.GetSnapshot(), line => line.Message.Contains("the next follows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelling_before_the_request_is_sent_tells_that_no_SMS_was_sent()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = new TestClient().Returning(HangBeforeSending(entered));

        OperationCanceledException exception = await CancelAtAsync(entered.Task, client);

        Assert.Contains("No SMS was sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_during_a_delay_ends_the_call_without_another_request()
    {
        using TestClient client = new TestClient().Returning(FailBeforeSending(new HttpRequestException("refused")));
        client.Clock.DelayStarted = new TaskCompletionSource();

        OperationCanceledException exception = await CancelAtAsync(client.Clock.DelayStarted.Task, client);

        Assert.Contains("No SMS was sent", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, client.Requests);
    }

    [Theory]
    [InlineData(429, "No SMS was sent")]
    [InlineData(500, "An SMS may have been sent")]
    public async Task Cancelling_during_the_wait_after_an_answer_tells_what_the_answer_told(int statusCode, string outcome)
    {
        using TestClient client = new TestClient(options => options.Retry.RetryUnknownOutcomes = true).Returning(Status(statusCode, retryAfter: "5"));
        client.Clock.DelayStarted = new TaskCompletionSource();

        OperationCanceledException exception = await CancelAtAsync(client.Clock.DelayStarted.Task, client);

        Assert.Contains(outcome, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_the_cancellation_caused_is_still_the_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        using TestClient client = new TestClient().Returning(async (request, cancellationToken) =>
        {
            await cancellation.CancelAsync();
            throw new IOException("aborted");
        });

        await AssertCancelled(() => client.SendAsync(null, cancellation.Token), cancellation.Token);
        Assert.Equal(1, client.Requests);
    }

    // Not left to Polly, because its versions differ in whether a cancelled call is announced as one that follows.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cancelled_call_is_never_repeated(bool requestSent) =>
        Assert.Equal(RetryRule.Never, OutcomeClassifier.ClassifyCancellation(requestSent).Retry);

    /// <summary>Sends, and cancels once the moment has come.</summary>
    private static async Task<OperationCanceledException> CancelAtAsync(Task moment, TestClient client)
    {
        using var cancellation = new CancellationTokenSource();
        Task<SendSMSRespDto> send = client.SendAsync(null, cancellation.Token);
        await moment;
        await cancellation.CancelAsync();
        return await AssertCancelled(() => send, cancellation.Token);
    }

    private static async Task<OperationCanceledException> AssertCancelled(Func<Task> send, CancellationToken token)
    {
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(send);
        Assert.Equal(token, exception.CancellationToken);
        return exception;
    }
}
