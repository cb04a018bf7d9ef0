using System.Text.Json;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Inbox;

/// <summary>Whoever can send a request can put text on the page. It must stay text.</summary>
public class HostileTextTests : InboxTests
{
    private const string Image = "<img src=x onerror=document.title='run'>";

    public HostileTextTests(Browser browser)
        : base(browser)
    {
    }

    public static TheoryData<string> Texts =>
    [
        Image,
        "<script>document.title='run'</script>",
        "\n\ndata: {}\n\nevent: snapshot\ndata: {\"messages\":[]}\n\n",
        "a\u2028b\u2029c",
        "\u202e0010555\u202c",
        "\u2067\u2066555",
        "\"};document.title='run';//",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_number_and_a_channel_stay_text(string text)
    {
        IPage page = await OpenInboxAsync();

        await PostAsync(JsonSerializer.Serialize(new { channel = text, phoneNumber = text }));

        string shown = (await page.Locator(".failure .number").TextContentAsync())!;
        Assert.EndsWith(text.Trim(), shown, StringComparison.Ordinal);
        await AssertNothingRanAsync(page);
    }

    [Fact]
    public async Task An_application_id_and_a_path_stay_text()
    {
        IPage page = await OpenInboxAsync();

        await PostAsync("{}", appId: Image);
        await PostAsync("{}", path: "/" + Uri.EscapeDataString(Image) + "/<b>\u202e");

        await Expect(page.Locator(".failure .from").Last).ToHaveTextAsync(Image);
        await Expect(page.Locator(".failure .path").First).ToContainTextAsync("%3Cimg");
        await AssertNothingRanAsync(page);
    }

    private async Task AssertNothingRanAsync(IPage page)
    {
        // The stream goes on, so that the text did not end it either.
        string code = await SendCodeAsync();
        await Expect(page.Locator(".message .code")).ToHaveTextAsync(code);
        Assert.Equal("GenAuth inbox", await page.TitleAsync());
        Assert.Equal(0, await page.Locator("#entries img, #entries script, #entries b").CountAsync());
    }
}
