using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Resilience;

public class RetryUnknownOutcomesTests
{
    private static readonly Step Reset = FailAfterSending(new HttpRequestException("reset"));

    [Fact]
    public async Task Opting_in_retries_what_may_have_been_processed()
    {
        foreach (Step step in new[] { Reset, Status(500), Status(601), Body("<html>", 502, "text/html") })
        {
            using TestClient client = OptedIn().Returning(step, Body(Success));

            Assert.Equal(RequestOutcome.Processed, (await client.SendAsync()).Outcome);
            Assert.Equal(2, client.Requests);
        }
    }

    [Fact]
    public async Task Opting_in_does_not_retry_a_refusal()
    {
        using TestClient client = OptedIn().Returning(Status(422, 4004));

        Assert.Equal(RequestOutcome.NotProcessed, (await client.SendAsync()).Outcome);
        Assert.Equal(1, client.Requests);
    }

    [Fact]
    public async Task A_refusal_after_an_unknown_attempt_stays_unknown()
    {
        using TestClient client = OptedIn().Returning(Reset, Status(422, 4004));

        SendSMSRespDto response = await client.SendAsync();

        Assert.Equal(GenAuthErrorKind.ResendTooSoon, response.ErrorKind);
        Assert.Equal(RequestOutcome.Unknown, response.Outcome);
        GenAuthApiException exception = Assert.Throws<GenAuthApiException>(response.EnsureSuccess);
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(2, exception.Attempts);
    }

    [Fact]
    public async Task A_refusal_after_two_unknown_attempts_stays_unknown()
    {
        using TestClient client = OptedIn().Returning(Reset, Reset, Status(422, 4004));

        Assert.Equal(RequestOutcome.Unknown, (await client.SendAsync()).Outcome);
        Assert.Equal(3, client.Requests);
    }

    [Fact]
    public async Task A_failed_connection_after_an_unknown_attempt_stays_unknown()
    {
        using TestClient client = OptedIn().Returning(Reset, FailBeforeSending(new HttpRequestException("refused")));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(3, exception.Attempts);
    }

    [Fact]
    public async Task A_gateways_refusal_after_an_unknown_attempt_stays_unknown()
    {
        using TestClient client = OptedIn().Returning(Reset, Body("<html>", 413, "text/html"));

        Assert.Equal(RequestOutcome.Unknown, (await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync())).Outcome);
    }

    [Fact]
    public async Task A_repeat_begins_only_while_it_arrives_within_the_minute_of_the_first_attempt()
    {
        using TestClient client = Patient().Returning(Reset);

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        AssertWithinMinute(client);
    }

    [Fact]
    public async Task No_repeat_follows_a_wait_that_took_longer_than_the_minute()
    {
        using TestClient client = Patient().Returning(Reset, Body(Success));
        client.Clock.DelayStarted = new TaskCompletionSource();

        Task<SendSMSRespDto> send = client.SendAsync();
        await client.Clock.DelayStarted.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(70));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => send);
        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, client.Requests));
        Assert.Contains("The connection broke before GenAuth's answer was there", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_safe_retry_after_an_unknown_attempt_keeps_to_the_minute_too()
    {
        using TestClient client = Patient().Returning(Reset, FailBeforeSending(new HttpRequestException("refused")));

        Assert.Equal(RequestOutcome.Unknown, (await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync())).Outcome);
        AssertWithinMinute(client);
    }

    // 60 s less the attempt timeout of 10 s; each wait is a random 10 to 20 s.
    private static void AssertWithinMinute(TestClient client)
    {
        Assert.InRange(client.Requests, 3, 5);
        Assert.InRange(client.Clock.Delays.Sum(delay => delay.TotalSeconds), 20, 50);
    }

    private static TestClient Patient() => new(options =>
    {
        options.TotalTimeout = TimeSpan.FromMinutes(10);
        options.Retry = new GenAuthRetryOptions
        {
            MaxRetries = 10,
            BaseDelay = TimeSpan.FromSeconds(20),
            MaxDelay = TimeSpan.FromSeconds(20),
            RetryUnknownOutcomes = true,
        };
    });

    private static TestClient OptedIn() => new(options => options.Retry.RetryUnknownOutcomes = true);
}
