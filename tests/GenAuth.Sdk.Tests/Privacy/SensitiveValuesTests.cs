using System.Diagnostics;
using System.Net;
using System.Text.Encodings.Web;

using GenAuth.Sdk.Internal.Privacy;

namespace GenAuth.Sdk.Tests.Privacy;

public class SensitiveValuesTests
{
    private const string Number = "7700900123";
    private const string Secret = "s3cr3t+/=&<\"pass word";

    [Theory]
    [InlineData("7700900123")]
    [InlineData("7700-900-123")]
    [InlineData("7700) 900 (123")]
    [InlineData("7700.900/123")]
    [InlineData("7700\u2013900\u2212123")]
    [InlineData("7700\u00A0900\u202F123")]
    [InlineData("77\u200E00\u202A900123")]
    [InlineData("\uFF17\uFF17\uFF10\uFF10\uFF08\uFF09900123")]
    [InlineData("\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663")]
    [InlineData("\u06F7\u06F7\u06F0\u06F0900123")]
    [InlineData("\U0001D7D5\U0001D7D5\U0001D7CE0900123")]
    [InlineData("7700%20900%2D123")]
    [InlineData("%37%37%30%30%39%30%30%31%32%33")]
    [InlineData("%DB%B7%DB%B7%DB%B0%DB%B0900123")]
    [InlineData("\\u0037700900123")]
    [InlineData("&#55;700900123")]
    [InlineData("&#x37;700&nbsp;900123")]
    public void A_number_is_found_in_any_spelling(string spelling)
    {
        var sensitive = new SensitiveValues(Number);

        Assert.Equal("to +44 ***, sent", sensitive.Redact($"to +44 {spelling}, sent"));
    }

    [Theory]
    [InlineData("770090012")]
    [InlineData("7700x900123")]
    [InlineData("7700\n900123")]
    [InlineData("+44")]
    public void What_is_not_the_number_stays(string text) => Assert.Same(text, new SensitiveValues(Number).Redact(text));

    [Fact]
    public void A_secret_is_found_however_a_server_escapes_it()
    {
        var sensitive = new SensitiveValues(Secret);
        string[] forms =
        [
            Secret,
            Secret.ToUpperInvariant(),
            Uri.EscapeDataString(Secret),
            WebUtility.UrlEncode(Secret),
            WebUtility.HtmlEncode(Secret),
            HtmlEncoder.Default.Encode(Secret),
            JavaScriptEncoder.Default.Encode(Secret),
            Secret.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal),
        ];

        Assert.All(forms, form => Assert.Equal("a *** b", sensitive.Redact($"a {form} b")));
    }

    [Fact]
    public void Overlapping_values_leave_nothing_of_each_other()
    {
        var sensitive = new SensitiveValues("abcdef", "defghi", "cdefgh");

        Assert.Equal("x***y***", sensitive.Redact("xabcdefghiyABCDEF"));
    }

    [Theory]
    [InlineData("9308e5-9fbf-4d24", "4")]
    [InlineData("port 12345", "12345")]
    public void A_short_value_is_never_replaced_but_reported(string text, string value)
    {
        var sensitive = new SensitiveValues(value);

        Assert.Same(text, sensitive.Redact(text));
        Assert.True(sensitive.HasShortValue(text));
        Assert.False(sensitive.HasShortValue("none"));
    }

    [Fact]
    public void The_beginning_of_a_number_at_a_cut_counts_as_the_number()
    {
        var sensitive = new SensitiveValues(Number);

        Assert.Equal("x ***", sensitive.Redact("x 7700" + new string('-', 500), isCut: true));
        Assert.Equal("x 7700-", sensitive.Redact("x 7700-", isCut: false));
    }

    [Theory]
    [InlineData("The proxy tunnel request to proxy 'http://u:pw@127.0.0.1:8080/' failed", true)]
    [InlineData("http://user@host", true)]
    [InlineData("https://host/path@x and a@b", false)]
    [InlineData("nothing", false)]
    public void The_credentials_of_a_proxy_are_private_in_a_cause(string message, bool isPrivate) =>
        Assert.Equal(isPrivate, new SensitiveValues(Number).AreIn(new HttpRequestException(message)));

    [Fact]
    public void A_value_is_found_anywhere_in_a_cause()
    {
        var sensitive = new SensitiveValues(Number, "1234");
        var withData = new IOException("m");
        withData.Data["request"] = $"number {Number}";

        Assert.True(sensitive.AreIn(withData));
        Assert.True(sensitive.AreIn(new IOException("m", withData)));
        Assert.True(sensitive.AreIn(new AggregateException(new IOException("a"), new IOException("code 1234"))));
        Assert.True(sensitive.AreIn(new IOException(new string('x', 100_000))));
        Assert.False(sensitive.AreIn(new AggregateException(new IOException("a"), new IOException("b"))));
    }

    [Fact]
    public void Redaction_of_the_largest_values_is_fast()
    {
        string token = new string('a', 4000) + "b" + new string('a', 4000);
        var sensitive = new SensitiveValues(new string('1', 15), new string('0', 64), token, new string('p', 1024));
        string hostile = string.Concat(Enumerable.Repeat("1-1-1-1-1-1-%31\\u0031&#49;000000000aaaaaaaaaaaa", 1500));
        sensitive.Redact("warm up");

        long start = Stopwatch.GetTimestamp();
        sensitive.Redact(hostile, isCut: true);
        double milliseconds = (Stopwatch.GetTimestamp() - start) * 1000.0 / Stopwatch.Frequency;

        Assert.True(milliseconds < 1000, FormattableString.Invariant($"{milliseconds} ms"));
    }
}
