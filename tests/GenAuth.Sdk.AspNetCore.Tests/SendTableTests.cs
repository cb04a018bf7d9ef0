using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Every way that a send can end, and what the browser gets.</summary>
public class SendTableTests
{
    public static TheoryData<string, Fault, int, string?, int?> Ends => new()
    {
        { "the provider could not be called", Fault.Answer(601), 202, null, null },
        { "the provider refused", Fault.Answer(602), 202, null, null },
        { "the service failed", Fault.Answer(500).AfterAccepting(), 202, null, null },
        { "a gateway's page", Fault.GatewayPage(), 202, null, null },
        { "a gateway's 503", Fault.GatewayPage(HttpStatusCode.ServiceUnavailable).AfterAccepting(), 202, null, null },
        { "closed after the request", Fault.Close().AfterAccepting(), 202, null, null },
        { "reset after the request", Fault.Reset(), 202, null, null },
        { "half an answer", Fault.GatewayPage(HttpStatusCode.OK).Truncated(), 202, null, null },
        { "no user", Fault.Answer(499, GenAuthApiCodes.UserNotFound), 202, null, null },
        { "a locked user", Fault.Answer(499, GenAuthApiCodes.UserLocked), 202, null, null },
        { "an existing user", Fault.Answer(499, GenAuthApiCodes.UserExists), 202, null, null },
        { "registration is off", Fault.Answer(499, GenAuthApiCodes.RegistrationDisabled), 202, null, null },
        { "in its minute", Fault.Answer(422, GenAuthApiCodes.SmsSentTooRecently), 202, null, null },
        { "too many requests", Fault.Answer(429).WithRetryAfter(TimeSpan.FromSeconds(120)), 429, "too-many-requests", 120 },
        { "too many requests at the gateway", Fault.GatewayPage(HttpStatusCode.TooManyRequests), 429, "too-many-requests", 60 },
        { "malformed", Fault.Answer(400), 400, "invalid-number", null },
        { "maintenance", Fault.Answer(503), 503, "try-again", 5 },
        { "maintenance that says how long", Fault.Answer(503).WithRetryAfter(TimeSpan.FromSeconds(90)), 503, "try-again", 90 },
        { "refused before it left", Fault.Refuse(), 503, "try-again", 5 },
        { "payment", Fault.Answer(402), 502, "not-possible", null },
        { "not signed in", Fault.Answer(401), 502, "not-possible", null },
        { "forbidden", Fault.Answer(403), 502, "not-possible", null },
        { "an unknown application", Fault.Answer(499, GenAuthApiCodes.ApplicationNotFound), 502, "not-possible", null },
        { "billing", Fault.Answer(499, GenAuthApiCodes.BillingLimit), 502, "not-possible", null },
        { "a captcha of the service's", Fault.Answer(499, GenAuthApiCodes.CaptchaRequired), 502, "not-possible", null },
        { "a proxy that wants a password", Fault.GatewayPage(HttpStatusCode.ProxyAuthenticationRequired), 502, "not-possible", null },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_send_ends_with_what_its_user_may_know(string name, Fault fault, int status, string? problem, int? retryAfter)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Faults.Next(fault);
        using Browser browser = app.OpenBrowser();

        BrowserResponse response = await browser.AskForCodeAsync("5550100");

        Assert.True((status, problem, retryAfter) == (response.Status, response.Problem, response.RetryAfter), name + ": " + response.Shape);
        int? resendAfter = status == 202 ? 60 : status == 429 ? retryAfter : null;
        Assert.Equal(resendAfter, response.ResendAfter);
        Assert.Equal(status == 202 ? 1 : 0, response.SetCookies.Length);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Nothing_tells_a_number_that_was_refused_from_one_that_was_not(string name, Fault fault, int status, string? problem, int? retryAfter)
    {
        if (status != 202)
            return;
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser one = app.OpenBrowser(), other = app.OpenBrowser();
        BrowserResponse accepted = await one.AskForCodeAsync("5550101");
        app.GenAuth.Faults.Next(fault);

        BrowserResponse response = await other.AskForCodeAsync("5550100");

        Assert.True(accepted.Shape == response.Shape, name + problem + retryAfter);
        Assert.NotEqual(accepted.SetCookies, response.SetCookies);
    }

    [Theory]
    [InlineData(402)]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(601)]
    public async Task No_text_of_the_service_is_shown(int statusCode)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Faults.Next(Fault.Answer(statusCode, message: "no balance"));
        using Browser browser = app.OpenBrowser();

        Assert.DoesNotContain("balance", (await browser.AskForCodeAsync("5550100")).Shape, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"phoneNumber":null}""")]
    [InlineData("""{"phoneNumber":""}""")]
    [InlineData("""{"phoneNumber":"call me"}""")]
    [InlineData("""{"phoneNumber":"5550100","phoneCountryCode":"CN"}""")]
    [InlineData("""{"phoneNumber":"+1 202 555 0100","phoneCountryCode":"+86"}""")]
    public async Task What_is_no_number_of_the_country_never_leaves(string body)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        BrowserResponse response = await browser.PostAsync("code", body);

        Assert.Equal((400, "invalid-number", 0), (response.Status, response.Problem, app.GenAuth.RequestCount));
    }

    [Fact]
    public async Task A_number_in_its_minute_is_told_what_is_left_of_it()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser(), other = app.OpenBrowser("198.51.100.9");
        BrowserResponse first = await browser.AskForCodeAsync("5550100");
        app.Clock.Advance(TimeSpan.FromSeconds(18));

        BrowserResponse again = await browser.AskForCodeAsync("0086 555 0100"), elsewhere = await other.AskForCodeAsync("5550100");

        Assert.Equal((60, 42, 42), (first.ResendAfter, again.ResendAfter, elsewhere.ResendAfter));
        Assert.Equal(first.Shape.Replace(":60}", ":42}", StringComparison.Ordinal), elsewhere.Shape);
    }

    [Fact]
    public async Task The_country_code_and_the_address_of_the_browser_go_along()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser("::ffff:203.0.113.7");

        await browser.AskForCodeAsync("5550100");

        SmsMessage sms = Assert.Single(app.GenAuth.Inbox.Messages);
        Assert.Equal(("5550100", "+86", "203.0.113.7", SmsChannel.Login), (sms.PhoneNumber, sms.PhoneCountryCode, sms.ClientIp, sms.Channel));
    }
}
