using System.Threading.RateLimiting;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Limiters over a store that several nodes share: their answers, their keys, and what happens while they fail.</summary>
public class ReplacedLimiterTests
{
    private static readonly string Secret = Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData(7, 7)]
    [InlineData(null, 3600)]
    public async Task A_refusal_says_when_to_come_back_at_the_latest(int? seconds, int expected)
    {
        var limiter = new ScriptedLimiter { Acquire = () => ScriptedLimiter.RefuseAsync(seconds) };
        await using PhoneApp app = await StartAsync(options => options.SendsPerNumber.Limiter = limiter);
        using Browser browser = app.OpenBrowser();

        BrowserResponse response = await browser.AskForCodeAsync("5550100");

        Assert.Equal((429, expected, 0), (response.Status, response.RetryAfter, app.GenAuth.RequestCount));
    }

    [Fact]
    public async Task Each_limit_has_keys_of_its_own_without_a_number_or_an_address()
    {
        ScriptedLimiter all = new(), address = new(), country = new(), number = new(), tryAddress = new(), tryNumber = new();
        await using PhoneApp app = await StartAsync(options =>
        {
            (options.Sends.Limiter, options.SendsPerAddress.Limiter, options.SendsPerCountry.Limiter) = (all, address, country);
            (options.SendsPerNumber.Limiter, options.TriesPerAddress.Limiter, options.TriesPerNumber.Limiter) = (number, tryAddress, tryNumber);
        });
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        await browser.SignInAsync("5550100", "not it");

        string[] keys = [.. new[] { all, address, country, number, tryAddress, tryNumber }.Select(limiter => Assert.Single(limiter.Keys))];

        string[] purposes = ["sends", "sends-per-address", "sends-per-country", "sends-per-number", "tries-per-address", "tries-per-number"];
        Assert.Equal(purposes.Select(purpose => $"genauth:{app.GenAuth.AppId}:{purpose}"), keys.Select(key => key[..key.LastIndexOf(':')]));
        Assert.All(keys, key => Assert.Matches(":[0-9A-F]{64}$", key));
        Assert.All(keys, key => Assert.DoesNotContain("5550100", key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Limits_are_asked_in_their_order_up_to_the_first_refusal(int refusing)
    {
        ScriptedLimiter[] limiters = [new(), new(), new(), new()];
        limiters[refusing].Acquire = () => ScriptedLimiter.RefuseAsync(seconds: 7);
        await using PhoneApp app = await StartAsync(options =>
            (options.Sends.Limiter, options.SendsPerAddress.Limiter, options.SendsPerCountry.Limiter, options.SendsPerNumber.Limiter) =
                (limiters[0], limiters[1], limiters[2], limiters[3]));
        using Browser browser = app.OpenBrowser();

        Assert.Equal(429, (await browser.AskForCodeAsync("5550100")).Status);
        Assert.Equal(Enumerable.Range(0, 4).Select(limit => limit <= refusing ? 1 : 0), limiters.Select(limiter => limiter.Keys.Count));
    }

    [Fact]
    public async Task Two_nodes_with_one_secret_count_by_the_same_keys()
    {
        var limiter = new ScriptedLimiter();
        await using PhoneApp one = await StartAsync(options => options.SendsPerNumber.Limiter = limiter);
        await using PhoneApp other = await StartAsync(options => options.SendsPerNumber.Limiter = limiter);
        using Browser first = one.OpenBrowser(), second = other.OpenBrowser();

        await first.AskForCodeAsync("5550100");
        await second.AskForCodeAsync("0086 555 0100");

        Assert.Single(limiter.Keys.Distinct());
    }

    public static TheoryData<bool, LimiterFailureMode, int> Failures => new()
    {
        { false, LimiterFailureMode.RefuseSends, 503 },
        { true, LimiterFailureMode.RefuseSends, 503 },
        { false, LimiterFailureMode.CountInMemory, 202 },
        { true, LimiterFailureMode.CountInMemory, 202 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task While_it_fails_or_is_slow_sends_do_what_the_option_says(bool isSlow, LimiterFailureMode mode, int status)
    {
        var limiter = new ScriptedLimiter();
        await using PhoneApp app = await StartAsync(options => (options.SendsPerNumber.Limiter, options.WhenLimiterFails) = (limiter, mode));
        limiter.Acquire = isSlow ? static () => new TaskCompletionSource<RateLimitLease>().Task : Throw;
        using Browser browser = app.OpenBrowser();

        Task<BrowserResponse> asking = browser.AskForCodeAsync("5550100");
        if (isSlow)
        {
            await app.Clock.WaitForDelayAsync(TimeSpan.FromMilliseconds(250), TestContext.Current.CancellationToken);
            app.Clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        BrowserResponse response = await asking;

        Assert.Equal((status, status == 202 ? 1 : 0), (response.Status, app.GenAuth.RequestCount));
    }

    [Fact]
    public async Task While_it_fails_tries_are_counted_in_memory_together_with_those_of_before()
    {
        var limiter = new ScriptedLimiter();
        await using PhoneApp app = await StartAsync(options => options.TriesPerNumber.Limiter = limiter);
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        for (int guess = 0; guess < 4; guess++)
            await browser.SignInAsync("5550100", "not it");
        limiter.Acquire = Throw;

        for (int guess = 4; guess < 10; guess++)
            Assert.Equal(400, (await browser.SignInAsync("5550100", "not it")).Status);

        Assert.Equal(429, (await browser.SignInAsync("5550100", "not it")).Status);
    }

    private static Task<RateLimitLease> Throw() => throw new InvalidOperationException("Away.");

    private static Task<PhoneApp> StartAsync(Action<GenAuthPhoneSignInOptions> configure) => PhoneApp.StartAsync(options =>
    {
        options.PartitionKeySecret = Secret;
        configure(options);
    });
}
