using System.Globalization;

using GenAuth.Sdk.Testing;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Inbox;

public class CodeTests : InboxTests
{
    private static readonly string[] Channels =
    [
        "CHANNEL_LOGIN", "CHANNEL_REGISTER", "CHANNEL_RESET_PASSWORD", "CHANNEL_BIND_PHONE", "CHANNEL_UNBIND_PHONE", "CHANNEL_BIND_MFA",
        "CHANNEL_VERIFY_MFA", "CHANNEL_UNBIND_MFA", "CHANNEL_COMPLETE_PHONE", "CHANNEL_IDENTITY_VERIFICATION", "CHANNEL_DELETE_ACCOUNT",
    ];

    public CodeTests(Browser browser)
        : base(browser)
    {
    }

    [Fact]
    public async Task A_code_appears_without_a_reload()
    {
        IPage page = await OpenInboxAsync();
        await Expect(page.GetByText("No code yet")).ToBeVisibleAsync();

        string code = await SendCodeAsync();

        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync([code]);
        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync(["+86 5550100"]);
        await Expect(page.GetByText("No code yet")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_screen_reader_hears_of_a_new_code()
    {
        IPage page = await OpenInboxAsync();

        string code = await SendCodeAsync();

        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "New code" })).ToContainTextAsync(string.Join(' ', code.AsEnumerable()));
    }

    [Fact]
    public async Task The_button_copies_the_code()
    {
        IPage page = await OpenInboxAsync(permissions: ["clipboard-read", "clipboard-write"]);
        string code = await SendCodeAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = $"Copy {code}" }).ClickAsync();

        await AssertCopiedAsync(page, code);
    }

    [Fact]
    public async Task A_countdown_reaches_zero_on_the_clock_of_the_emulator()
    {
        IPage page = await OpenInboxAsync();
        await SendCodeAsync();
        ILocator message = page.GetByRole(AriaRole.Listitem);
        await Expect(message).ToContainTextAsync("Expires in 5:00");
        await Expect(message).ToContainTextAsync("Next SMS in 1:00");

        Clock.Advance(TimeSpan.FromSeconds(90));
        await Expect(message).ToContainTextAsync("Expires in 3:30");
        await Expect(message).Not.ToContainTextAsync("Next SMS");

        Clock.Advance(TimeSpan.FromSeconds(210));
        await Expect(message).ToContainTextAsync("Expired");
    }

    [Fact]
    public async Task What_becomes_of_a_code_is_shown()
    {
        IPage page = await OpenInboxAsync();
        string used = await SendCodeAsync();
        await SendCodeAsync("5550101");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendCodeAsync("5550101");

        Assert.True(Emulator.Redeem(SmsChannel.Login, "5550100", used));

        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync(["Expires in 5:00", "Void", "Used"]);
    }

    [Fact]
    public async Task Search_finds_a_number_or_a_channel()
    {
        IPage page = await OpenInboxAsync();
        string code = await SendCodeAsync();
        await SendCodeAsync("5550101", SmsChannel.ResetPassword);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("5550100");
        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync([code]);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("reset password");
        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync(["5550101"]);
    }

    [Fact]
    public async Task Clearing_empties_the_inbox()
    {
        IPage page = await OpenInboxAsync();
        await SendCodeAsync();
        await SendCodeAsync("5550101", SmsChannel.ResetPassword);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("reset password");
        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync(["5550101"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();

        await Expect(page.GetByText("No code yet")).ToBeVisibleAsync();
        Assert.Empty(Emulator.Inbox.Messages);
    }

    [Fact]
    public async Task A_thousand_codes_in_a_moment_leave_the_newest_on_a_page_that_still_responds()
    {
        IPage page = await OpenInboxAsync();

        foreach (string channel in Channels)
        {
            for (int number = 5550100; number < 5550200; number++)
                await SendCodeAsync(number.ToString(CultureInfo.InvariantCulture), channel);
        }

        SmsMessage newest = Emulator.Inbox.Messages[^1];
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1_000);
        await Expect(page.GetByRole(AriaRole.Listitem).First).ToContainTextAsync(newest.Code);
        await page.GetByRole(AriaRole.Searchbox).FillAsync(newest.PhoneNumber);
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(10);
    }

    [Fact]
    public async Task The_page_finds_an_emulator_that_was_started_anew()
    {
        IPage page = await OpenInboxAsync();
        string first = await SendCodeAsync();
        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync([first]);

        await RestartAsync();
        await Expect(page.GetByText("No code yet")).ToBeVisibleAsync();
        string second = await SendCodeAsync();

        await Expect(page.GetByRole(AriaRole.Listitem)).ToContainTextAsync([second]);
    }
}
