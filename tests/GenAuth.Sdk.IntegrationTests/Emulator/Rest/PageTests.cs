using System.Net;
using System.Text.RegularExpressions;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>The files of the inbox page. What a browser makes of them is tested in a browser.</summary>
public partial class PageTests : RestTests
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/inbox.css", "text/css")]
    [InlineData("/inbox.js", "text/javascript")]
    [InlineData("/icon.svg", "image/svg+xml")]
    public async Task Every_file_is_served_as_what_it_is(string path, string mediaType)
    {
        RestAnswer answer = await GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, mediaType), (answer.Status, answer.MediaType));
        Assert.NotEmpty(answer.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/inbox.js")]
    [InlineData("/api/v1/messages")]
    [InlineData("/nothing")]
    public async Task Everything_has_the_strict_headers(string path)
    {
        RestAnswer answer = await GetAsync(path);

        Assert.Equal(
            (Policy, "nosniff", "no-referrer", "same-origin", "same-origin", "no-store"),
            (answer.Headers["Content-Security-Policy"], answer.Headers["X-Content-Type-Options"], answer.Headers["Referrer-Policy"], answer.Headers["Cross-Origin-Opener-Policy"], answer.Headers["Cross-Origin-Resource-Policy"], answer.Headers["Cache-Control"]));
    }

    [Fact]
    public async Task The_page_is_free_of_inline_code_and_absolute_addresses()
    {
        string page = (await GetAsync("/")).Text;

        Assert.DoesNotMatch(@"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page);
        Assert.All(Address().Matches(page), address => Assert.Matches("^[a-z0-9./]+$", address.Groups["address"].Value));
    }

    [Fact]
    public async Task The_script_sets_texts_as_text() =>
        Assert.DoesNotMatch(
            "innerHTML|outerHTML|insertAdjacentHTML|setHTML|parseFromString|document\\.write|eval\\(|new Function|createContextualFragment|srcdoc",
            (await GetAsync("/inbox.js")).Text);

    [Theory]
    [InlineData("/")]
    [InlineData("/inbox.js")]
    [InlineData("/api/v1/events")]
    public async Task Pages_of_other_origins_get_neither_the_page_nor_its_events(string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(path, ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(path, ("Origin", "http://localhost:5173"))).Status);
    }

    [GeneratedRegex("""\s(?:src|href)="(?<address>[^"]*)["]""")]
    private static partial Regex Address();
}
