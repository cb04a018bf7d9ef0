using System.Text.RegularExpressions;

using GenAuth.Sdk.Testing;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Login;

public class SendTests : LoginTests
{
    public SendTests(Browser browser)
        : base(browser)
    {
    }

    [Fact]
    public async Task The_countdown_to_the_next_code_survives_a_reload()
    {
        IPage page = await OpenLoginAsync();
        await AskForCodeAsync(page);
        await Expect(Button(page, "Send a new code")).ToBeDisabledAsync();
        await page.Clock.FastForwardAsync("00:20");
        await page.ReloadAsync();

        ILocator resend = Button(page, "Send a new code");
        await Expect(resend).ToHaveTextAsync(new Regex(@"\([34]?\d\ss\)"));
        await Expect(resend).ToBeDisabledAsync();

        await page.Clock.FastForwardAsync("00:41");
        await Expect(resend).ToHaveTextAsync("Send a new code");
        await Expect(resend).ToBeEnabledAsync();
    }

    [Fact]
    public async Task A_number_in_its_minute_is_shown_what_is_left_of_it()
    {
        IPage page = await OpenLoginAsync();
        await AskForCodeAsync(page);
        await Button(page, "Use another number").ClickAsync();

        await AskForCodeAsync(page);

        await Expect(Button(page, "Send a new code")).ToBeDisabledAsync();
        Assert.Single(Emulator.Inbox.Messages);
    }

    [Fact]
    public async Task Two_clicks_send_one_code()
    {
        IPage page = await OpenLoginAsync();
        await PhoneNumber(page).FillAsync(Number);

        await Button(page, "Send me a code").DblClickAsync();

        await Expect(Code(page)).ToBeVisibleAsync();
        Assert.Equal(1, Emulator.RequestCount);
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_the_code_is_asked_for_all_the_same()
    {
        IPage page = await OpenLoginAsync();
        await page.RouteAsync("**/phone/code", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });

        await AskForCodeAsync(page);

        await Expect(page.GetByText("We do not know whether a code was sent")).ToBeVisibleAsync();
        await Expect(Button(page, "Send a new code")).ToBeDisabledAsync();
        Assert.Single(Emulator.Inbox.Messages);
    }

    [Fact]
    public async Task After_a_send_whose_outcome_is_unknown_to_the_server_the_code_signs_in()
    {
        IPage page = await OpenLoginAsync();
        Emulator.Faults.Next("SendSms", Fault.GatewayPage().AfterAccepting());

        await AskForCodeAsync(page);
        await Code(page).FillAsync(await ReadCodeAsync());
        await Button(page, "Sign in").ClickAsync();

        await Expect(SignedIn(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task While_the_service_is_down_the_user_is_told_to_try_again()
    {
        IPage page = await OpenLoginAsync();
        Emulator.Faults.Always(Fault.Refuse());
        await PhoneNumber(page).FillAsync(Number);

        await Button(page, "Send me a code").ClickAsync();

        await Expect(page.GetByText("nothing was done. Please try again")).ToBeVisibleAsync();
        await Expect(PhoneNumber(page)).ToBeFocusedAsync();
        Assert.Empty(Emulator.Inbox.Messages);
    }

    [Theory]
    [InlineData("", "Please type your phone number.")]
    [InlineData("somebody@example.com", "This is no phone number.")]
    [InlineData("+44 7700 900123", "No codes are sent to this country.")]
    public async Task A_number_that_gets_no_code_is_said_at_its_field(string number, string text)
    {
        IPage page = await OpenLoginAsync();
        await PhoneNumber(page).FillAsync(number);

        await Button(page, "Send me a code").ClickAsync();

        await Expect(PhoneNumber(page)).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(text)));
        await Expect(PhoneNumber(page)).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task The_sixth_code_for_a_number_within_an_hour_is_refused()
    {
        IPage page = await OpenLoginAsync();
        for (int i = 0; i < 5; i++)
        {
            await AskForCodeAsync(page);
            await Button(page, "Use another number").ClickAsync();
        }

        await PhoneNumber(page).FillAsync(Number);
        await Button(page, "Send me a code").ClickAsync();

        await Expect(page.GetByText("Too many codes were asked for")).ToBeVisibleAsync();
    }
}
