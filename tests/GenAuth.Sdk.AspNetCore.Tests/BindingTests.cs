using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>A code is good only in the browser that asked for it.</summary>
public class BindingTests
{
    [Fact]
    public async Task A_strangers_tries_leave_the_code_good()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser owner = app.OpenBrowser(), stranger = app.OpenBrowser("198.51.100.9");
        await owner.AskForCodeAsync("5550100");
        await stranger.AskForCodeAsync("5550100");
        int before = app.GenAuth.RequestCount;

        for (int guess = 0; guess < 20; guess++)
            Assert.Equal("wrong-code", (await stranger.SignInAsync("5550100", "000000")).Problem);

        Assert.Equal(before, app.GenAuth.RequestCount);
        Assert.Equal(204, (await owner.SignInAsync("5550100", await LoginTests.ReadCodeAsync(app))).Status);
    }

    [Theory]
    [InlineData("5550101")]
    [InlineData("+86 5550101")]
    public async Task A_cookie_is_good_for_no_other_number(string phoneNumber)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        int before = app.GenAuth.RequestCount;

        BrowserResponse response = await browser.SignInAsync(phoneNumber, "000000");

        Assert.Equal(("wrong-code", before), (response.Problem, app.GenAuth.RequestCount));
    }

    [Fact]
    public async Task The_browser_that_asked_keeps_its_cookie_when_it_asks_too_soon()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        await browser.AskForCodeAsync("5550100");

        Assert.Equal(204, (await browser.SignInAsync("5550100", await LoginTests.ReadCodeAsync(app))).Status);
    }

    [Fact]
    public async Task A_cookie_ends_after_ten_minutes()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(emulate: options => options.CodeLifetime = TimeSpan.FromHours(1));
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("wrong-code", (await browser.SignInAsync("5550100", await LoginTests.ReadCodeAsync(app))).Problem);
    }

    [Fact]
    public async Task A_cookie_of_one_node_is_good_on_another_that_shares_its_keys()
    {
        var keys = new EphemeralDataProtectionProvider();
        await using PhoneApp one = await PhoneApp.StartAsync(register: Share), other = await PhoneApp.StartAsync(register: Share);
        using Browser first = one.OpenBrowser(), second = other.OpenBrowser();
        await first.AskForCodeAsync("5550100");
        second.Cookies.Add(first.Cookies.GetAllCookies());

        await second.SignInAsync("5550100", "000000");

        // Discovery, keys, and the code.
        Assert.Equal(3, other.GenAuth.RequestCount);

        void Share(IServiceCollection services) => services.AddSingleton<IDataProtectionProvider>(keys);
    }

    [Theory]
    [InlineData("https", "__Host-genauth-phone=*; max-age=600; path=/; secure; samesite=strict; httponly")]
    [InlineData("http", "genauth-phone=*; max-age=600; path=/; samesite=strict; httponly")]
    public async Task The_cookie_is_out_of_reach_of_other_sites_or_scripts(string scheme, string expected)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser(scheme: scheme);

        string cookie = Assert.Single((await browser.AskForCodeAsync("5550100")).SetCookies);

        int start = cookie.IndexOf('=', StringComparison.Ordinal) + 1;
        Assert.Equal(expected, cookie[..start] + "*" + cookie[cookie.IndexOf(';', StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not/base64url+=")]
    public async Task A_forged_cookie_is_none(string value)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        BrowserResponse response = await browser.PostAsync("sign-in", """{"phoneNumber":"5550100","code":"000000"}""", ("Cookie", "__Host-genauth-phone=" + value));

        Assert.Equal(("wrong-code", 0), (response.Problem, app.GenAuth.RequestCount));
    }
}
