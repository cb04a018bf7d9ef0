using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>A whole login, from the number to the session and its end.</summary>
public class LoginTests
{
    [Fact]
    public async Task The_right_code_signs_in_as_the_issuer_and_the_subject_of_the_id_token()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        EmulatedUser ada = app.GenAuth.Users.Add("5550100", name: "Ada");
        using Browser browser = app.OpenBrowser();

        BrowserResponse sent = await browser.AskForCodeAsync("+86 555-0100");
        string code = await ReadCodeAsync(app);
        BrowserResponse signedIn = await browser.SignInAsync("5550100", code);

        Assert.Equal((202, 60, 204, ""), (sent.Status, sent.ResendAfter, signedIn.Status, signedIn.Text));
        string me = await browser.GetMeAsync();
        Assert.Contains("nameidentifier=" + ada.UserId, me, StringComparison.Ordinal);
        Assert.Contains("iss=" + app.GenAuth.AppHost + "oidc", me, StringComparison.Ordinal);
        Assert.Contains("name=Ada", me, StringComparison.Ordinal);
        Assert.DoesNotContain("5550100", me, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_token_of_the_service_reaches_the_browser()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();

        BrowserResponse signedIn = await SignInAsync(app, browser);

        Assert.DoesNotContain("eyJ", signedIn.Shape + await browser.GetMeAsync() + string.Join(';', signedIn.SetCookies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();
        await SignInAsync(app, browser);

        BrowserResponse signedOut = await browser.SignOutAsync();

        Assert.Equal((204, ""), (signedOut.Status, await browser.GetMeAsync()));
    }

    [Fact]
    public async Task A_sign_in_replaces_the_ticket_of_an_earlier_session()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(emulate: options => options.ResendWindow = TimeSpan.Zero);
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();

        string first = GetTicket(await SignInAsync(app, browser));
        string second = GetTicket(await SignInAsync(app, browser));

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_number_without_a_user_becomes_one_where_the_application_wants_that()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.AutoRegister = true);
        using Browser browser = app.OpenBrowser();

        BrowserResponse signedIn = await SignInAsync(app, browser);

        Assert.Equal((204, 1), (signedIn.Status, app.GenAuth.Users.All.Count));
    }

    [Fact]
    public async Task A_cookie_of_the_binding_is_taken_back_when_it_has_served()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();

        BrowserResponse signedIn = await SignInAsync(app, browser);

        Assert.Contains(signedIn.SetCookies, cookie => cookie.StartsWith("__Host-genauth-phone=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
    }

    internal static async Task<string> ReadCodeAsync(PhoneApp app, string phoneNumber = "5550100") =>
        (await app.GenAuth.Inbox.WaitForAsync(phoneNumber, cancellationToken: TestContext.Current.CancellationToken)).Code;

    internal static async Task<BrowserResponse> SignInAsync(PhoneApp app, Browser browser)
    {
        Assert.Equal(202, (await browser.AskForCodeAsync("5550100")).Status);
        return await browser.SignInAsync("5550100", await ReadCodeAsync(app));
    }

    private static string GetTicket(BrowserResponse response) =>
        response.SetCookies.Single(cookie => cookie.StartsWith(".AspNetCore.Cookies=", StringComparison.Ordinal));
}
