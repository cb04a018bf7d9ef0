using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Login;

public class AppearanceTests : LoginTests
{
    public AppearanceTests(Browser browser)
        : base(browser)
    {
    }

    [Theory]
    [InlineData(ColorScheme.Light, 900)]
    [InlineData(ColorScheme.Dark, 900)]
    [InlineData(ColorScheme.Light, 320)]
    public async Task Every_step_is_accessible_at_every_width(ColorScheme scheme, int width)
    {
        IPage page = await OpenLoginAsync(scheme, width);
        await AssertIsFineAsync(page, width, $"login-number-{scheme}-{width}");

        await PhoneNumber(page).FillAsync("no number");
        await Button(page, "Send me a code").ClickAsync();
        await Expect(page.GetByText("This is no phone number.")).ToBeVisibleAsync();
        await AssertIsFineAsync(page, width, $"login-error-{scheme}-{width}");

        await AskForCodeAsync(page);
        await AssertIsFineAsync(page, width, $"login-code-{scheme}-{width}");

        await Code(page).FillAsync(await ReadCodeAsync());
        await Button(page, "Sign in").ClickAsync();
        await Expect(SignedIn(page)).ToBeVisibleAsync();
        await AssertIsFineAsync(page, width, $"login-done-{scheme}-{width}");
    }

    private static async Task AssertIsFineAsync(IPage page, int width, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png") });
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        AxeResult result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{violation.Impact}: {violation.Help} ({string.Join(", ", violation.Nodes.Select(node => node.Html))})"));
    }
}
