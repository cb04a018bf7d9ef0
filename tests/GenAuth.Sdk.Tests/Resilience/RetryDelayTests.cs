using System.Globalization;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Resilience;

public class RetryDelayTests
{
    private static readonly Step Refused = FailBeforeSending(new HttpRequestException("refused"));

    [Fact]
    public async Task Back_off_doubles_within_its_jitter_up_to_the_maximum()
    {
        var seen = new List<double>[5];
        for (int i = 0; i < seen.Length; i++)
            seen[i] = [];

        for (int run = 0; run < 40; run++)
        {
            var retry = new GenAuthRetryOptions { MaxRetries = 5, BaseDelay = TimeSpan.FromSeconds(0.5), MaxDelay = TimeSpan.FromSeconds(3) };
            using TestClient client = new TestClient(options => options.Retry = retry).Returning(Refused);
            await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

            Assert.Equal(5, client.Clock.Delays.Count);
            for (int i = 0; i < seen.Length; i++)
                seen[i].Add(client.Clock.Delays[i].TotalSeconds);
        }

        double[] ceilings = [0.5, 1, 2, 3, 3];
        for (int i = 0; i < seen.Length; i++)
        {
            List<double> delays = seen[i];
            double ceiling = ceilings[i];
            Assert.All(delays, delay => Assert.InRange(delay, ceiling / 2, ceiling));
            Assert.True(delays.Max() - delays.Min() > ceiling / 8, "The delays must be spread.");
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(10, 11)]
    public async Task MaxRetries_is_the_number_of_attempts_after_the_first(int maxRetries, int attempts)
    {
        using TestClient client =
            new TestClient(options => options.Retry = new GenAuthRetryOptions { MaxRetries = maxRetries, BaseDelay = TimeSpan.FromMilliseconds(1) }).Returning(Refused);

        Assert.Equal(attempts, (await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync())).Attempts);
        Assert.Equal(attempts, client.Requests);
    }

    [Fact]
    public async Task RetryAfter_in_seconds_is_added_to_the_back_off_even_beyond_the_maximum()
    {
        using TestClient client = new TestClient().Returning(Status(429, retryAfter: "9"), Body(Success));

        Assert.True((await client.SendAsync()).IsSuccess);
        AssertDelays(client, 9);
    }

    [Fact]
    public async Task RetryAfter_as_a_date_is_waited_until_then()
    {
        using var client = new TestClient();
        client.Returning(Maintenance(retryAfter: HttpDate(client.Clock.GetUtcNow().AddSeconds(4))), Body(Success));

        Assert.True((await client.SendAsync()).IsSuccess);
        AssertDelays(client, 4);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Mon, 01 Jan 1990 00:00:00 GMT")]
    public async Task RetryAfter_of_zero_or_in_the_past_still_backs_off(string retryAfter)
    {
        using TestClient client = new TestClient().Returning(Status(429, retryAfter: retryAfter));

        Assert.Equal(TimeSpan.Zero, (await client.SendAsync()).RetryAfter);
        AssertDelays(client, 0, 0);
    }

    [Fact]
    public async Task Clients_that_were_sent_away_together_do_not_come_back_together()
    {
        var delays = new List<double>();
        for (int i = 0; i < 100; i++)
        {
            using TestClient client = new TestClient().Returning(Status(429, retryAfter: "3"), Body(Success));
            (await client.SendAsync()).EnsureSuccess();
            delays.Add(Assert.Single(client.Clock.Delays).TotalSeconds);
        }

        Assert.All(delays, delay => Assert.InRange(delay, 3, 3.5));
        Assert.True(delays.GroupBy(delay => Math.Floor(delay / 0.05)).Max(group => group.Count()) < 60, "The delays must be spread.");
    }

    [Theory]
    [InlineData(429, "31")]
    [InlineData(429, "30")]
    [InlineData(429, "86400")]
    [InlineData(503, "2147483647")]
    public async Task RetryAfter_beyond_the_budget_is_answered_at_once(int statusCode, string retryAfter)
    {
        using TestClient client = new TestClient(options => options.Retry.BaseDelay = TimeSpan.Zero).Returning(Status(statusCode, retryAfter: retryAfter));

        SendSMSRespDto response = await client.SendAsync();

        Assert.Equal(TimeSpan.FromSeconds(int.Parse(retryAfter, CultureInfo.InvariantCulture)), response.RetryAfter);
        Assert.Equal(1, client.Requests);
        Assert.Empty(client.Clock.Delays);
    }

    [Fact]
    public async Task The_budget_is_what_earlier_attempts_left_of_it()
    {
        using TestClient client = new TestClient().Returning(Status(429, retryAfter: "16"), Status(429, retryAfter: "15"), Body(Success));

        Assert.Equal(429, (await client.SendAsync()).StatusCode);
        AssertDelays(client, 16);
        Assert.Equal(2, client.Requests);
    }

    [Fact]
    public async Task A_call_with_a_shorter_timeout_has_a_smaller_budget()
    {
        using TestClient client = new TestClient().Returning(Status(429, retryAfter: "5"));

        Assert.Equal(429, (await client.SendAsync(new GenAuthRequestOptions { Timeout = TimeSpan.FromSeconds(5) })).StatusCode);
        Assert.Equal(1, client.Requests);
    }

    [Fact]
    public async Task A_back_off_that_does_not_fit_the_budget_is_not_begun()
    {
        var retry = new GenAuthRetryOptions { BaseDelay = TimeSpan.FromSeconds(70), MaxDelay = TimeSpan.FromSeconds(70) };
        using TestClient client = new TestClient(options => options.Retry = retry).Returning(Refused);

        Assert.Equal(1, (await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync())).Attempts);
        Assert.Empty(client.Clock.Delays);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5.0")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("")]
    public async Task RetryAfter_that_is_nonsense_counts_as_none(string retryAfter)
    {
        using TestClient client = new TestClient().Returning(Status(429, retryAfter: retryAfter));

        Assert.Null((await client.SendAsync()).RetryAfter);
        Assert.Equal(1, client.Requests);
    }

    [Fact]
    public async Task RetryAfter_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            using var client = new TestClient();
            client.Returning(Maintenance(retryAfter: HttpDate(client.Clock.GetUtcNow().AddSeconds(4))), Maintenance(retryAfter: "1.5"), Body(Success));

            Assert.True((await client.SendAsync()).IsSuccess);
            AssertDelays(client, 4, 2);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1.5", 2)]
    [InlineData("2.0", 2)]
    [InlineData("0.001", 1)]
    public async Task A_fraction_of_a_second_is_rounded_up(string retryAfter, int seconds)
    {
        using TestClient client = new TestClient().Returning(Status(429, retryAfter: retryAfter), Body(Success));

        Assert.True((await client.SendAsync()).IsSuccess);
        AssertDelays(client, seconds);
    }

    [Theory]
    [InlineData("9999999999")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999999999999999999999999")]
    public async Task RetryAfter_beyond_what_a_number_holds_is_too_long_to_wait(string retryAfter)
    {
        using TestClient client = new TestClient().Returning(Maintenance(retryAfter: retryAfter));

        Assert.Equal(TimeSpan.MaxValue, (await client.SendAsync()).RetryAfter);
        Assert.Equal(1, client.Requests);
    }

    // The back-off of the default options comes on top: a random half to whole of 0.5 s, then of 1 s.
    private static void AssertDelays(TestClient client, params double[] retryAfters)
    {
        double[] delays = [.. client.Clock.Delays.Select(delay => delay.TotalSeconds)];
        Assert.Equal(retryAfters.Length, delays.Length);
        for (int i = 0; i < delays.Length; i++)
            Assert.InRange(delays[i], retryAfters[i] + (0.25 * (i + 1)), retryAfters[i] + (0.5 * (i + 1)));
    }

    private static string HttpDate(DateTimeOffset moment) => moment.ToString("R", CultureInfo.InvariantCulture);
}
