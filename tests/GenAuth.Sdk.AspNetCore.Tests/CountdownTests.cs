using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>What is left of a number's minute, shown after a restart and on another node too.</summary>
public class CountdownTests
{
    private readonly RecordingCache _cache = new();

    [Fact]
    public async Task The_countdown_lives_a_minute_in_the_cache()
    {
        await using PhoneApp app = await StartAsync();
        using Browser browser = app.OpenBrowser();

        await browser.AskForCodeAsync("5550100");

        Assert.Equal(TimeSpan.FromMinutes(1), _cache.Options!.AbsoluteExpirationRelativeToNow);
    }

    [Fact]
    public async Task Another_node_goes_by_the_same_countdown()
    {
        await using PhoneApp one = await StartAsync(), other = await StartAsync();
        using Browser first = one.OpenBrowser(), second = other.OpenBrowser();
        await first.AskForCodeAsync("5550100");
        other.GenAuth.Faults.Next("SendSms", Testing.Fault.Answer(422, GenAuthApiCodes.SmsSentTooRecently));
        one.Clock.Advance(TimeSpan.FromSeconds(25));
        other.Clock.Advance(TimeSpan.FromSeconds(25));

        Assert.Equal(35, (await second.AskForCodeAsync("5550100")).ResendAfter);
        Assert.Equal(60, (await second.AskForCodeAsync("5550100")).ResendAfter);
        Assert.Single(other.GenAuth.Inbox.Messages);
    }

    [Fact]
    public async Task Without_the_cache_the_whole_minute_is_shown()
    {
        await using PhoneApp app = await StartAsync();
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        _cache.Prepare = static () => throw new InvalidOperationException("Away.");
        app.Clock.Advance(TimeSpan.FromSeconds(25));

        BrowserResponse again = await browser.AskForCodeAsync("5550100");

        Assert.Equal((202, 60), (again.Status, again.ResendAfter));
    }

    [Fact]
    public async Task A_cache_that_does_not_answer_is_waited_for_250_ms()
    {
        await using PhoneApp app = await StartAsync();
        using Browser browser = app.OpenBrowser();
        _cache.Prepare = static () => new TaskCompletionSource().Task;

        foreach (string what in (string[])["the start", "the rest"])
        {
            Task<BrowserResponse> asking = browser.AskForCodeAsync("5550100");
            await app.Clock.WaitForDelayAsync(TimeSpan.FromMilliseconds(250), TestContext.Current.CancellationToken);
            app.Clock.Advance(TimeSpan.FromMilliseconds(250));

            BrowserResponse response = await asking;

            Assert.Equal((what, 202, 60), (what, response.Status, response.ResendAfter));
        }

        Assert.Single(app.GenAuth.Inbox.Messages);
    }

    [Fact]
    public async Task A_number_that_was_refused_counts_down_like_one_that_was_not()
    {
        await using PhoneApp app = await StartAsync();
        app.GenAuth.Faults.When(request => request.PhoneNumber == "5550101", Testing.Fault.Answer(499, GenAuthApiCodes.UserNotFound));
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        await browser.AskForCodeAsync("5550101");
        app.Clock.Advance(TimeSpan.FromSeconds(25));

        Assert.Equal((await browser.AskForCodeAsync("5550100")).ResendAfter, (await browser.AskForCodeAsync("5550101")).ResendAfter);
    }

    private Task<PhoneApp> StartAsync() => PhoneApp.StartAsync(
        options => options.PartitionKeySecret = Convert.ToBase64String(new byte[32]),
        register: services => services.AddSingleton<IDistributedCache>(_cache));
}
