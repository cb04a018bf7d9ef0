using System.Reflection;

using GenAuth.Sdk.Testing;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Inbox;

/// <summary>Takes the picture that the page of the tool shows. It is committed by hand, when the inbox looks different.</summary>
public class ScreenshotTests : InboxTests
{
    private const int LargestPicture = 150 * 1024;

    private static readonly string File =
        typeof(ScreenshotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Screenshot").Value!;

    public ScreenshotTests(Browser browser)
        : base(browser)
    {
    }

    [Theory]
    [InlineData("inbox.png", ColorScheme.Light, 1120, 640)]
    [InlineData("inbox-dark.png", ColorScheme.Dark, 1120, 640)]
    [InlineData("inbox-narrow.png", ColorScheme.Light, 375, 812)]
    [InlineData("inbox-narrow-dark.png", ColorScheme.Dark, 375, 812)]
    public async Task A_picture_is_small_enough_for_a_page(string name, ColorScheme scheme, int width, int height)
    {
        IPage page = await OpenInboxAsync(scheme, width, height);
        await TellAStoryAsync();
        await Expect(page.Locator("#entries > li")).ToHaveCountAsync(5);
        await Expect(page.Locator(".message").First).ToContainTextAsync("Expires in 4:46");

        byte[] picture = await page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetDirectoryName(File)!, name) });

        Assert.InRange(picture.Length, 10_000, LargestPicture);
    }

    private async Task TellAStoryAsync()
    {
        string used = await SendCodeAsync("5550104", SmsChannel.Register);
        await SendCodeAsync("5550103", SmsChannel.ResetPassword);
        Clock.Advance(TimeSpan.FromSeconds(75));
        Assert.True(Emulator.Redeem(SmsChannel.Register, "5550104", used));
        await SendCodeAsync("5550100");
        Clock.Advance(TimeSpan.FromSeconds(9));
        await PostAsync("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100"}""");
        await SendCodeAsync("5550103", SmsChannel.ResetPassword);
        Clock.Advance(TimeSpan.FromSeconds(14));
        Emulator.Faults.Next("SendSms", Fault.GatewayPage().AfterAccepting());
    }
}
