using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using GenAuth.Sdk.Testing;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Inbox;

public class AccessibilityTests : InboxTests
{
    public AccessibilityTests(Browser browser)
        : base(browser)
    {
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_full_page_has_no_violation(ColorScheme scheme)
    {
        await FillAsync();
        IPage page = await OpenInboxAsync(scheme);
        await Expect(page.Locator("#entries > li")).ToHaveCountAsync(6);

        await AssertNoViolationAsync(page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_empty_page_has_no_violation(ColorScheme scheme)
    {
        IPage page = await OpenInboxAsync(scheme);
        await Expect(page.GetByText("No code yet")).ToBeVisibleAsync();

        await AssertNoViolationAsync(page);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(375)]
    public async Task A_phone_shows_everything_without_scrolling_sideways(int width)
    {
        await FillAsync();
        IPage page = await OpenInboxAsync(width: width, height: 700);
        await Expect(page.Locator("#entries > li")).ToHaveCountAsync(6);
        await page.Locator("summary").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Arm", Exact = true })).ToBeVisibleAsync();

        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await AssertNoViolationAsync(page);
    }

    [Fact]
    public async Task The_keyboard_alone_copies_a_code()
    {
        string code = await SendCodeAsync();
        IPage page = await OpenInboxAsync(permissions: ["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Copy {code}" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await AssertCopiedAsync(page, code);
    }

    private static async Task AssertNoViolationAsync(IPage page)
    {
        AxeResult result = await page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Impact}: {violation.Help} ({string.Join(", ", violation.Nodes.Select(node => node.Html))})"));
    }

    // Every state of a code, a refusal and a fault.
    private async Task FillAsync()
    {
        string used = await SendCodeAsync();
        await SendCodeAsync("5550101");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendCodeAsync("5550101", SmsChannel.ResetPassword);
        Assert.True(Emulator.Redeem(SmsChannel.Login, "5550100", used));
        Assert.False(Emulator.Redeem(SmsChannel.Login, "5550101", "0000"));
        Assert.False(Emulator.Redeem(SmsChannel.Login, "5550101", "0000"));
        await PostAsync("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550101"}""", appId: "another-application");
        Emulator.Faults.Next(Fault.GatewayPage().AfterAccepting());
        Emulator.Faults.Always(Fault.Answer(601));
        await PostAsync("""{"channel":"CHANNEL_BIND_PHONE","phoneNumber":"555"}""");
    }
}
