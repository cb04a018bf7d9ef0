namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>The limits, one binding at a time, on an owned clock.</summary>
public class LimitTests
{
    [Fact]
    public async Task One_number_gets_five_codes_an_hour()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();

        for (int send = 0; send < 5; send++)
            Assert.Equal(202, (await AskFromAsync(app, send, "5550100")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        BrowserResponse refused = await AskFromAsync(app, 6, "+86 (0) 555-0100");
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        BrowserResponse after = await AskFromAsync(app, 7, "5550100");

        Assert.Equal((429, "too-many-requests", 1800, 1800), (refused.Status, refused.Problem, refused.RetryAfter, refused.ResendAfter));
        Assert.Equal(202, after.Status);
    }

    [Fact]
    public async Task One_address_asks_ten_times_an_hour()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();

        for (int send = 0; send < 10; send++)
            Assert.Equal(202, (await AskAsync(app, "203.0.113.7", "555010" + send)).Status);

        Assert.Equal((429, 3600), (await AskAsync(app, "203.0.113.7", "5550110") is var refused ? (refused.Status, refused.RetryAfter) : default));
        Assert.Equal(202, (await AskAsync(app, "203.0.113.8", "5550110")).Status);
    }

    [Fact]
    public async Task Of_an_IPv6_address_the_first_64_bits_count()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.SendsPerAddress.PermitLimit = 1);

        Assert.Equal(202, (await AskAsync(app, "2001:db8:1:1::1", "5550100")).Status);
        Assert.Equal(429, (await AskAsync(app, "2001:db8:1:1:ffff::2", "5550101")).Status);
        Assert.Equal(202, (await AskAsync(app, "2001:db8:1:2::1", "5550102")).Status);
    }

    [Fact]
    public async Task One_country_has_a_limit_of_its_own()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(
            options =>
            {
                options.AllowedCountryCodes = ["+86", "+1"];
                options.SendsPerCountry.PermitLimit = 1;
            },
            emulator => emulator.InternationalSms = true);

        Assert.Equal(202, (await AskAsync(app, "203.0.113.1", "5550100")).Status);
        Assert.Equal(429, (await AskAsync(app, "203.0.113.2", "5550101")).Status);
        Assert.Equal(202, (await AskAsync(app, "203.0.113.3", "+1 202 555 0100")).Status);
    }

    [Fact]
    public async Task All_together_have_a_limit()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.Sends.PermitLimit = 1);

        Assert.Equal(202, (await AskAsync(app, "203.0.113.1", "5550100")).Status);
        Assert.Equal(429, (await AskAsync(app, "203.0.113.2", "5550101")).Status);
    }

    [Fact]
    public async Task What_a_refused_send_took_stays_taken()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options =>
        {
            options.SendsPerNumber.PermitLimit = 1;
            options.SendsPerAddress.PermitLimit = 3;
        });

        await AskAsync(app, "203.0.113.1", "5550100");
        await AskAsync(app, "203.0.113.1", "5550100");
        await AskAsync(app, "203.0.113.1", "5550100");

        Assert.Equal(429, (await AskAsync(app, "203.0.113.1", "5550101")).Status);
    }

    [Fact]
    public async Task The_spellings_of_a_number_share_one_limit()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.SendsPerNumber.PermitLimit = 3);

        Assert.Equal(202, (await AskFromAsync(app, 1, "18800008888")).Status);
        Assert.Equal(202, (await AskFromAsync(app, 2, "+86 188 0000 8888")).Status);
        Assert.Equal(202, (await AskFromAsync(app, 3, "018800008888")).Status);
        Assert.Equal(429, (await AskFromAsync(app, 4, "0086-188-0000-8888")).Status);
    }

    [Fact]
    public async Task A_number_is_tried_ten_times_an_hour()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        for (int guess = 0; guess < 10; guess++)
            Assert.Equal("wrong-code", (await browser.SignInAsync("5550100", "not it")).Problem);
        int before = app.GenAuth.RequestCount;

        BrowserResponse refused = await browser.SignInAsync("5550100", "not it");

        Assert.Equal((429, 3600, before), (refused.Status, refused.RetryAfter, app.GenAuth.RequestCount));
    }

    [Fact]
    public async Task Of_64_wrong_codes_at_once_exactly_the_limit_reaches_the_service()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.TriesPerAddress.PermitLimit = 1_000);
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        await browser.SignInAsync("5550100", "not it");
        int before = app.GenAuth.RequestCount;

        BrowserResponse[] responses = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => browser.SignInAsync("5550100", "not it"))));

        Assert.Equal((9, 55), (responses.Count(response => response.Status == 400), responses.Count(response => response.Status == 429)));
        Assert.Equal(9, app.GenAuth.RequestCount - before);
    }

    [Fact]
    public async Task One_address_tries_thirty_times_an_hour()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser(), other = app.OpenBrowser("203.0.113.8");
        for (int guess = 0; guess < 30; guess++)
            Assert.Equal(400, (await browser.SignInAsync("5550100", "not it")).Status);

        Assert.Equal(429, (await browser.SignInAsync("5550100", "not it")).Status);
        Assert.Equal(400, (await other.SignInAsync("5550100", "not it")).Status);
    }

    private static Task<BrowserResponse> AskFromAsync(PhoneApp app, int host, string phoneNumber) => AskAsync(app, $"203.0.113.{host + 1}", phoneNumber);

    private static async Task<BrowserResponse> AskAsync(PhoneApp app, string address, string phoneNumber)
    {
        using Browser browser = app.OpenBrowser(address);
        return await browser.AskForCodeAsync(phoneNumber);
    }
}
