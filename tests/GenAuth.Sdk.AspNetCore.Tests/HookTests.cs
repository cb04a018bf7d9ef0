using System.Security.Claims;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>What the application adds: a check before a send, and its own user.</summary>
public class HookTests
{
    [Theory]
    [InlineData("human", 202, null)]
    [InlineData("robot", 400, "check-failed")]
    [InlineData("down", 503, "try-again")]
    public async Task A_check_refuses_a_send_before_anything_is_counted(string captcha, int status, string? problem)
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options =>
        {
            options.Sends.PermitLimit = 1;
            options.CheckSend = send => (string?)send.HttpContext.Request.Headers["captcha"] switch
            {
                "human" => ValueTask.FromResult(send.PhoneNumber.NationalNumber == "5550100"),
                "robot" => ValueTask.FromResult(false),
                _ => throw new InvalidOperationException("5550100"),
            };
        });
        using Browser browser = app.OpenBrowser();

        BrowserResponse response = await browser.PostAsync("code", """{"phoneNumber":"5550100"}""", ("captcha", captcha));
        BrowserResponse next = await browser.PostAsync("code", """{"phoneNumber":"5550100"}""", ("captcha", "human"));

        Assert.Equal((status, problem), (response.Status, response.Problem));
        Assert.Equal(status == 202 ? 429 : 202, next.Status);
    }

    [Fact]
    public async Task The_application_makes_its_own_user()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.CreatePrincipal = login =>
            ValueTask.FromResult<ClaimsPrincipal?>(new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim("account", "7"), new Claim("via", login.IdToken.FindFirst("phone_number")!.Value[^4..])],
                "test"))));
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();

        Assert.Equal(204, (await LoginTests.SignInAsync(app, browser)).Status);
        Assert.Equal("account=7\nvia=0100", await browser.GetMeAsync());
    }

    [Theory]
    [InlineData(false, 403, "more-needed")]
    [InlineData(true, 502, "ask-for-a-new-code")]
    public async Task A_user_that_the_application_refuses_is_not_signed_in(bool throws, int status, string problem)
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.CreatePrincipal = _ => throws ? throw new InvalidOperationException("x") : default);
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();

        BrowserResponse response = await LoginTests.SignInAsync(app, browser);

        Assert.Equal((status, problem, ""), (response.Status, response.Problem, await browser.GetMeAsync()));
    }
}
