using System.Net.Http.Headers;
using System.Text;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Which requests are read at all: JSON with the documented members, from a page of the same site.</summary>
public class RequestTests
{
    private const string Code = """{"phoneNumber":"5550100"}""";

    public static TheoryData<string, string> Foreign => new()
    {
        { "Sec-Fetch-Site", "cross-site" },
        { "Sec-Fetch-Site", "same-site" },
        { "Origin", "https://evil.example" },
        { "Origin", "http://app.example" },
        { "Origin", "https://app.example:8443" },
        { "Origin", "https://app.example.evil.example" },
        { "Origin", "null" },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_page_of_another_site_gets_nothing_done(string header, string value)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        foreach (string path in (string[])["code", "sign-in", "sign-out"])
        {
            BrowserResponse response = await browser.PostAsync(path, Code, (header, value));
            Assert.Equal((403, "foreign-origin", 0), (response.Status, response.Problem, response.SetCookies.Length));
        }

        Assert.Equal(0, app.GenAuth.RequestCount);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://app.example")]
    [InlineData("Origin", "https://APP.example:443")]
    public async Task A_page_of_this_site_is_served(string header, string value)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        Assert.Equal(202, (await browser.PostAsync("code", Code, (header, value))).Status);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/merge-patch+json")]
    public async Task What_is_no_JSON_is_not_read(string contentType)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();
        using var content = new StringContent(Code, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        BrowserResponse response = await browser.PostAsync("code", content);

        Assert.Equal((415, 0), (response.Status, app.GenAuth.RequestCount));
    }

    [Fact]
    public async Task A_body_without_a_content_type_is_not_read()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        Assert.Equal(415, (await browser.PostAsync("code", content: null)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_more_than_4_KiB_is_not_read(bool announced)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();
        byte[] body = Encoding.UTF8.GetBytes(Code.PadRight(4097));
        using HttpContent content = announced ? new ByteArrayContent(body) : new StreamContent(new UnseekableStream(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal(413, (await browser.PostAsync("code", content)).Status);
    }

    [Fact]
    public async Task A_body_of_4_KiB_is_read()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        Assert.Equal(202, (await browser.PostAsync("code", Code.PadRight(4096))).Status);
    }

    public static TheoryData<string> Malformed =>
    [
        "",
        "null",
        "[]",
        "\"5550100\"",
        """{"phoneNumber":5550100}""",
        """{"phoneNumber":"5550100""",
        """{"phoneNumber":"5550100","channel":"CHANNEL_BIND_PHONE"}""",
        """{"phoneNumber":"5550100","appId":"another"}""",
        """{"phoneNumber":"5550100","options":{"autoRegister":true}}""",
        """{"PhoneNumber":"5550100"}""",
        """{"phoneNumber":{"phoneNumber":"5550100"}}""",
        """{"phoneNumber":""" + new string('[', 2000),
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_body_with_anything_but_the_documented_members_is_malformed(string body)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        BrowserResponse response = await browser.PostAsync("code", body);

        Assert.Equal((400, "invalid-request", 0), (response.Status, response.Problem, app.GenAuth.RequestCount));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_POST_is_served(string method)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        Assert.Equal(405, (await browser.SendAsync(new HttpMethod(method), "phone/sign-in", content: null)).Status);
    }

    [Fact]
    public async Task Nothing_is_kept_in_a_cache()
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        using Browser browser = app.OpenBrowser();

        Assert.Contains("Cache-Control: no-store", (await browser.AskForCodeAsync("5550100")).Headers);
        Assert.Contains("Cache-Control: no-store", (await browser.SignInAsync("5550101", "000000")).Headers);
    }

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
