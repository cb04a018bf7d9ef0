using GenAuth.Sdk.Testing;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Inbox;

public class FaultPanelTests : InboxTests
{
    public FaultPanelTests(Browser browser)
        : base(browser)
    {
    }

    [Fact]
    public async Task A_fault_armed_in_the_panel_hits_the_next_send()
    {
        IPage page = await OpenInboxAsync();
        await page.GetByLabel("What goes wrong").SelectOptionAsync(new SelectOptionValue { Label = "602: the SMS provider refuses" });
        await page.GetByLabel("For which requests").SelectOptionAsync(new SelectOptionValue { Label = "The next SendSms" });

        await page.GetByRole(AriaRole.Button, new() { Name = "Arm", Exact = true }).ClickAsync();
        await Expect(page.GetByText("1 armed")).ToBeVisibleAsync();
        SendSMSRespDto response =
            await Emulator.CreateClient(options => options.Retry.MaxRetries = 0).SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token);

        Assert.Equal(602, response.StatusCode);
        await Expect(page.GetByText("1 armed")).ToBeHiddenAsync();
        await Expect(page.Locator("#entries").GetByRole(AriaRole.Listitem)).ToContainTextAsync(["The service answers 602"]);
    }

    [Fact]
    public async Task What_is_armed_is_shown()
    {
        IPage page = await OpenInboxAsync();

        ILocator armed = await ArmAsync(page);
        await Expect(armed).ToContainTextAsync(["Next SendSms: The connection is reset, after the service did its work", "Every request: The service answers 601"]);

        Emulator.Faults.When(_ => false, Fault.Close());
        await Expect(page.GetByText("1 on a condition of a test")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task One_armed_fault_can_be_taken_back()
    {
        IPage page = await OpenInboxAsync();
        ILocator armed = await ArmAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Take back: Every request" }).ClickAsync();

        await Expect(armed).ToContainTextAsync(["Next SendSms"]);
    }

    [Fact]
    public async Task All_armed_faults_can_be_taken_back()
    {
        IPage page = await OpenInboxAsync();
        ILocator armed = await ArmAsync(page);
        Emulator.Faults.When(_ => false, Fault.Close());
        await Expect(page.GetByText("1 on a condition of a test")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Take all back" }).ClickAsync();

        await Expect(armed).ToHaveCountAsync(0);
        await SendCodeAsync();
    }

    [Fact]
    public async Task Every_fault_of_the_panel_can_be_armed()
    {
        IPage page = await OpenInboxAsync();
        int count = await page.Locator("#fault option").CountAsync();

        for (int i = 0; i < count; i++)
        {
            await page.GetByLabel("What goes wrong").SelectOptionAsync(new SelectOptionValue { Index = i });
            await page.GetByRole(AriaRole.Button, new() { Name = "Arm", Exact = true }).ClickAsync();
            await Expect(page.Locator("#armed").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(i + 1);
        }

        Assert.Equal(20, count);
    }

    [Fact]
    public async Task What_cannot_be_armed_is_explained()
    {
        IPage page = await OpenInboxAsync();
        await page.GetByLabel("What goes wrong").SelectOptionAsync(new SelectOptionValue { Label = "is refused" });
        await page.GetByLabel("The service does its work first").CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Arm", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("What was not read cannot be accepted.");
    }

    /// <summary>The list of what is armed: two faults.</summary>
    private async Task<ILocator> ArmAsync(IPage page)
    {
        Emulator.Faults.Next("SendSms", Fault.Reset().AfterAccepting());
        Emulator.Faults.Always(Fault.Answer(601).After(TimeSpan.FromSeconds(2)));
        ILocator armed = page.GetByRole(AriaRole.List, new() { Name = "Armed faults" }).GetByRole(AriaRole.Listitem);
        await Expect(armed).ToHaveCountAsync(2);
        return armed;
    }
}
