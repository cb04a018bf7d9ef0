namespace GenAuth.Sdk.Tests;

public class LanguageTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    [InlineData("zh-Hant-TW")]
    [InlineData("sl-rozaj-biske-1994")]
    [InlineData("de-a-value")]
    [InlineData("abcdefgh-12345678-12345678-12345678")]
    public async Task A_language_tag_is_sent_as_it_is(string language)
    {
        using TestClient genAuth = new TestClient(options => options.Language = language).Returning(ScriptedHandler.Status(200));

        Assert.True((await genAuth.SendAsync()).IsSuccess);
        Assert.True((await genAuth.SendAsync(new GenAuthRequestOptions { Language = language })).IsSuccess);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("e")]
    [InlineData("english99")]
    [InlineData("englishes")]
    [InlineData("1n-US")]
    [InlineData("en_US")]
    [InlineData("en-")]
    [InlineData("-US")]
    [InlineData("en--US")]
    [InlineData("en-123456789")]
    [InlineData("en-US ")]
    [InlineData("en,fr")]
    [InlineData("*")]
    [InlineData("中文")]
    [InlineData("abcdefgh-12345678-12345678-12345678-")]
    [InlineData("abcdefgh-12345678-12345678-12345678-1")]
    public async Task Text_that_is_no_language_tag_is_refused_at_start_and_per_call(string language)
    {
        using TestClient genAuth = new TestClient().Returning(ScriptedHandler.Status(200));
        var options = new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example"), Language = language };

        Assert.Contains("GenAuthClientOptions.Language ", Assert.Throws<ArgumentException>(() => new AuthenticationClient(options)).Message, StringComparison.Ordinal);
        Assert.Equal(
            "requestOptions",
            (await Assert.ThrowsAsync<ArgumentException>(() => genAuth.SendAsync(new GenAuthRequestOptions { Language = language }))).ParamName);
        Assert.Equal(0, genAuth.Requests);
    }
}
