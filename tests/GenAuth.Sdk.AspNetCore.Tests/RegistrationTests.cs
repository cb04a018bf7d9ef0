using GenAuth.Sdk.Testing;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Two registrations in one application: each with a client, a scheme, a path, limits and a cookie of its own.</summary>
public class RegistrationTests
{
    [Fact]
    public async Task Each_registration_signs_in_with_its_own_application_and_scheme()
    {
        await using WebApplication app = await StartAsync();
        GenAuthEmulator genAuth = app.Services.GetRequiredService<GenAuthEmulator>();
        genAuth.Users.Add("5550100");
        using var browser = new Browser(app.GetTestServer(), "203.0.113.7", "https");

        BrowserResponse staff = await SignInAsync(genAuth, browser, "staff"), guests = await SignInAsync(genAuth, browser, "guests");

        Assert.Contains(staff.SetCookies, cookie => cookie.StartsWith(".AspNetCore.staff=", StringComparison.Ordinal));
        Assert.Contains(guests.SetCookies, cookie => cookie.StartsWith(".AspNetCore.guests=", StringComparison.Ordinal));
        Assert.Equal(["staff-app", "guests-app"], genAuth.Inbox.Messages.Select(sms => sms.AppId));
    }

    [Fact]
    public async Task A_cookie_of_one_is_good_for_no_other()
    {
        await using WebApplication app = await StartAsync();
        GenAuthEmulator genAuth = app.Services.GetRequiredService<GenAuthEmulator>();
        using var browser = new Browser(app.GetTestServer(), "203.0.113.7", "https");
        await browser.SendAsync(HttpMethod.Post, "staff/code", Json("""{"phoneNumber":"5550100"}"""));
        string value = browser.Cookies.GetCookies(new Uri("https://app.example/"))["__Host-genauth-phone-staff"]!.Value;
        browser.Cookies.Add(new System.Net.Cookie("__Host-genauth-phone-guests", value, "/", "app.example") { Secure = true });
        int before = genAuth.RequestCount;

        BrowserResponse response = await browser.SendAsync(HttpMethod.Post, "guests/sign-in", Json("""{"phoneNumber":"5550100","code":"000000"}"""));

        Assert.Equal(("wrong-code", before), (response.Problem, genAuth.RequestCount));
    }

    [Fact]
    public async Task The_limits_of_one_leave_the_other_alone()
    {
        await using WebApplication app = await StartAsync();
        using var browser = new Browser(app.GetTestServer(), "203.0.113.7", "https");

        await browser.SendAsync(HttpMethod.Post, "staff/code", Json("""{"phoneNumber":"5550100"}"""));
        BrowserResponse second = await browser.SendAsync(HttpMethod.Post, "staff/code", Json("""{"phoneNumber":"5550101"}"""));
        BrowserResponse other = await browser.SendAsync(HttpMethod.Post, "guests/code", Json("""{"phoneNumber":"5550101"}"""));

        Assert.Equal((429, 202), (second.Status, other.Status));
    }

    private static async Task<BrowserResponse> SignInAsync(GenAuthEmulator genAuth, Browser browser, string name)
    {
        Assert.Equal(202, (await browser.SendAsync(HttpMethod.Post, name + "/code", Json("""{"phoneNumber":"5550100"}"""))).Status);
        string code = genAuth.Inbox.Messages[^1].Code;
        BrowserResponse signedIn = await browser.SendAsync(HttpMethod.Post, name + "/sign-in", Json($$"""{"phoneNumber":"5550100","code":"{{code}}"}"""));
        Assert.Equal(204, signedIn.Status);
        return signedIn;
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static async Task<WebApplication> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication().AddCookie("staff").AddCookie("guests");
        builder.Services.AddKeyedGenAuthClient("staff", options => options.AppId = "staff-app");
        builder.Services.AddKeyedGenAuthClient("guests", options => options.AppId = "guests-app");
        builder.Services.AddGenAuthEmulator();
        builder.Services.AddGenAuthPhoneSignIn("staff", options => (options.SignInScheme, options.SendsPerAddress.PermitLimit) = ("staff", 1));
        builder.Services.AddGenAuthPhoneSignIn("guests", options => options.SignInScheme = "guests");

        WebApplication app = builder.Build();
        app.Use((context, next) =>
        {
            context.Request.Headers.Remove(PhoneApp.AddressHeader);
            return next(context);
        });
        app.MapGenAuthPhoneSignIn("/staff", "staff");
        app.MapGenAuthPhoneSignIn("/guests", "guests");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
