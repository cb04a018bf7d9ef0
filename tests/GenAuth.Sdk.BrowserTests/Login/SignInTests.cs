using System.Text.RegularExpressions;

using GenAuth.Sdk.Testing;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Login;

public class SignInTests : LoginTests
{
    public SignInTests(Browser browser)
        : base(browser)
    {
    }

    [Fact]
    public async Task A_number_and_its_code_sign_in_until_the_user_signs_out()
    {
        IPage page = await OpenLoginAsync();
        await AskForCodeAsync(page);

        await Code(page).FillAsync(await ReadCodeAsync());
        await Button(page, "Sign in").ClickAsync();
        await Expect(SignedIn(page)).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(SignedIn(page)).ToBeVisibleAsync();

        await Button(page, "Sign out").ClickAsync();
        await Expect(PhoneNumber(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_signs_in()
    {
        IPage page = await OpenLoginAsync();

        await Expect(PhoneNumber(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Number);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Code(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(await ReadCodeAsync());
        await page.Keyboard.PressAsync("Enter");

        await Expect(SignedIn(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_code_is_said_at_its_field()
    {
        IPage page = await OpenLoginAsync();
        await TypeWrongCodeAsync(page);

        await Expect(Code(page)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Code(page)).ToHaveAccessibleDescriptionAsync(new Regex("The code is wrong or has expired"));
        await Expect(Code(page)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_right_code_signs_in_after_a_wrong_one()
    {
        IPage page = await OpenLoginAsync();
        string code = await TypeWrongCodeAsync(page);
        await Expect(Code(page)).ToHaveAttributeAsync("aria-invalid", "true");

        await Code(page).FillAsync(code);
        await Button(page, "Sign in").ClickAsync();

        await Expect(SignedIn(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pasted_code_with_blanks_signs_in()
    {
        IPage page = await OpenLoginAsync();
        await AskForCodeAsync(page);
        string code = await ReadCodeAsync();

        await Code(page).FillAsync($" {code} ");
        await Button(page, "Sign in").ClickAsync();

        await Expect(SignedIn(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_was_lost_at_sign_in_asks_for_a_new_code()
    {
        IPage page = await OpenLoginAsync();
        await AskForCodeAsync(page);
        Emulator.Faults.Next("SignInByPhonePassCode", Fault.GatewayPage().AfterAccepting());

        await Code(page).FillAsync(await ReadCodeAsync());
        await Button(page, "Sign in").ClickAsync();

        await Expect(page.GetByText("the code may be used up")).ToBeVisibleAsync();
    }

    /// <summary>The right code.</summary>
    private async Task<string> TypeWrongCodeAsync(IPage page)
    {
        await AskForCodeAsync(page);
        string code = await ReadCodeAsync();
        await Code(page).FillAsync(code == "000000" ? "000001" : "000000");
        await Button(page, "Sign in").ClickAsync();
        return code;
    }
}
