using GenAuth.Sdk.Testing;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Inbox;

/// <summary>The same page, wherever it is served.</summary>
public class PlaceTests
{
    private readonly Browser _browser;

    public PlaceTests(Browser browser) => _browser = browser;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Below_a_path_of_a_host_it_works_all_the_same()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddGenAuthEmulator();
        builder.Services.AddGenAuthClient(_ => { });
        await using WebApplication application = builder.Build();
        application.MapGenAuthEmulator("/dev/genauth");
        await application.StartAsync(Token);
        string address = application.Urls.First() + "/dev/genauth";

        IPage page = await _browser.OpenAsync();
        await page.GotoAsync(address);
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText($"curl {address}/api/v3/send-sms")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Arm", Exact = true }).ClickAsync();
        await Expect(page.GetByText("1 armed")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(page.GetByText("1 armed")).ToBeHiddenAsync();
        (await application.Services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token)).EnsureSuccess();

        await Expect(page.Locator(".message .number")).ToHaveTextAsync("+86 5550100");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Open_to_the_network_it_asks_for_the_token()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { Host = "0.0.0.0" }, Token);
        IPage page = await _browser.OpenAsync();
        await page.GotoAsync(new Uri(emulator.AppHost, "/_genauth/").AbsoluteUri);
        await Expect(page.GetByText("Needs its token")).ToBeVisibleAsync();

        await page.GetByLabel("Token").FillAsync(emulator.BearerToken!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the inbox" }).ClickAsync();

        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Token")).ToBeHiddenAsync();
        await page.Context.DisposeAsync();
    }
}
