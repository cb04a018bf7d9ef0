using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Every way that the try of a code can end, and what the browser gets.</summary>
public class SignInTableTests
{
    public static TheoryData<string, Fault, int, string> Ends => new()
    {
        { "wrong or expired", Fault.Answer(499, GenAuthApiCodes.CodeWrongOrExpired), 400, "wrong-code" },
        { "expired", Fault.Answer(499, GenAuthApiCodes.CodeExpired), 400, "wrong-code" },
        { "no user", Fault.Answer(499, GenAuthApiCodes.UserNotFound), 400, "wrong-code" },
        { "a locked user", Fault.Answer(499, GenAuthApiCodes.UserLocked), 400, "wrong-code" },
        { "an existing user", Fault.Answer(499, GenAuthApiCodes.UserExists), 400, "wrong-code" },
        { "registration is off", Fault.Answer(499, GenAuthApiCodes.RegistrationDisabled), 400, "wrong-code" },
        { "malformed", Fault.Answer(400), 400, "wrong-code" },
        { "a second factor", Fault.Answer(499, 1635), 403, "more-needed" },
        { "a second factor to bind", Fault.Answer(499, 1636), 403, "more-needed" },
        { "a first password", Fault.Answer(499, 1639), 403, "more-needed" },
        { "missing data", Fault.Answer(499, 1642), 403, "more-needed" },
        { "no access to the application", Fault.Answer(403, 1576), 403, "more-needed" },
        { "maintenance", Fault.Answer(503), 503, "try-again" },
        { "too many requests", Fault.Answer(429), 503, "try-again" },
        { "refused before it left", Fault.Refuse(), 503, "try-again" },
        { "payment", Fault.Answer(402), 503, "try-again" },
        { "the service failed", Fault.Answer(500), 502, "ask-for-a-new-code" },
        { "the provider failed", Fault.Answer(601), 502, "ask-for-a-new-code" },
        { "a gateway's page", Fault.GatewayPage(), 502, "ask-for-a-new-code" },
        { "closed after the request", Fault.Close().AfterAccepting(), 502, "ask-for-a-new-code" },
        { "reset after the request", Fault.Reset(), 502, "ask-for-a-new-code" },
        { "a success without a token", Fault.Http(HttpStatusCode.OK, """{"statusCode":200,"message":"","data":{}}""", "application/json"), 502, "ask-for-a-new-code" },
        { "a success without an id token", Fault.Http(HttpStatusCode.OK, """{"statusCode":200,"message":"","data":{"access_token":"x"}}""", "application/json"), 502, "ask-for-a-new-code" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_try_ends_with_what_its_user_may_know(string name, Fault fault, int status, string problem)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        await browser.SignInAsync("5550100", "not it");
        app.GenAuth.Faults.Next(fault);

        BrowserResponse response = await browser.SignInAsync("5550100", await LoginTests.ReadCodeAsync(app));

        Assert.True((status, problem) == (response.Status, response.Problem), name + ": " + response.Shape);
        Assert.Equal("", await browser.GetMeAsync());
        Assert.Equal(status == 503, response.RetryAfter is not null);
    }

    [Fact]
    public async Task A_wrong_code_a_missing_user_and_a_missing_cookie_look_alike_byte_for_byte()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser known = app.OpenBrowser(), unknown = app.OpenBrowser(), stranger = app.OpenBrowser();
        await known.AskForCodeAsync("5550100");
        await unknown.AskForCodeAsync("5550101");

        BrowserResponse wrong = await known.SignInAsync("5550100", "not it");
        BrowserResponse missing = await unknown.SignInAsync("5550101", await LoginTests.ReadCodeAsync(app, "5550101"));
        BrowserResponse unbound = await stranger.SignInAsync("5550100", await LoginTests.ReadCodeAsync(app));

        Assert.Equal((400, "wrong-code"), (wrong.Status, wrong.Problem));
        Assert.Equal([wrong.Shape, wrong.Shape], [missing.Shape, unbound.Shape]);
    }

    [Fact]
    public async Task The_code_stays_good_when_the_keys_cannot_be_fetched()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        string code = await LoginTests.ReadCodeAsync(app);
        app.GenAuth.Faults.Next("PublicKeys", Fault.Answer(500));

        BrowserResponse without = await browser.SignInAsync("5550100", code), with = await browser.SignInAsync("5550100", code);

        Assert.Equal((503, "try-again", 204), (without.Status, without.Problem, with.Status));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"phoneNumber":"call me","code":"123456"}""")]
    [InlineData("""{"phoneNumber":"5550100"}""")]
    [InlineData("""{"phoneNumber":"5550100","code":"  "}""")]
    [InlineData("""{"phoneNumber":"5550100","code":"12\u000034"}""")]
    public async Task What_is_no_number_with_a_code_never_leaves(string body)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        int before = app.GenAuth.RequestCount;

        BrowserResponse response = await browser.PostAsync("sign-in", body);

        Assert.Equal((400, before), (response.Status, app.GenAuth.RequestCount));
        Assert.StartsWith("invalid-", response.Problem, StringComparison.Ordinal);
    }
}
