using System.Net;
using System.Text;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

public class OriginTests : RestTests
{
    private const string Named = "https://app.example";

    private static readonly string[] Changes =
        ["DELETE /api/v1/messages", "DELETE /api/v1/faults", "DELETE /api/v1/users", "POST /api/v1/reset", "PUT /api/v1/faults", "POST /api/v1/faults"];

    protected override void Configure(GenAuthEmulatorOptions options) => options.AllowedOrigins.Add(Named);

    [Theory]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost:5173")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "http://127.0.0.1.evil")]
    [InlineData("Origin", "https://app.example.evil")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_of_another_origin_is_refused_before_any_effect(string header, string value)
    {
        await SendCodeAsync();
        Emulator.Faults.Always(Fault.Close());

        foreach (string change in Changes)
        {
            using HttpContent? content =
                change.EndsWith("T /api/v1/faults", StringComparison.Ordinal) ? new StringContent("{}", Encoding.UTF8, "application/json") : null;
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Parse(change.Split(' ')[0]), change.Split(' ')[1], content, (header, value))).Status);
        }

        RestAnswer read = await GetAsync("/api/v1/messages", (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, read.Status);
        Assert.DoesNotContain(read.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        Assert.Single(Emulator.Inbox.Messages);
        Assert.Contains("close", (await GetAsync("/api/v1/faults")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_page_a_program_and_an_address_bar_may_ask()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/v1/messages", ("Origin", Origin), ("Sec-Fetch-Site", "same-origin"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/v1/messages")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/v1/messages", ("Sec-Fetch-Site", "none"))).Status);
    }

    [Fact]
    public async Task A_page_of_a_named_origin_may_read_what_it_asks_for()
    {
        RestAnswer preflight = await SendAsync(
            HttpMethod.Options,
            "/api/v1/faults",
            content: null,
            ("Origin", Named),
            ("Access-Control-Request-Method", "PUT"),
            ("Sec-Fetch-Site", "cross-site"));
        RestAnswer answer = await GetAsync("/api/v1/messages", ("Origin", Named), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal((HttpStatusCode.NoContent, "GET, POST, PUT, DELETE"), (preflight.Status, preflight.Headers["Access-Control-Allow-Methods"]));
        Assert.All([preflight, answer], message => Assert.Equal((Named, "Origin"), (message.Headers["Access-Control-Allow-Origin"], message.Headers["Vary"])));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_preflight_of_another_origin_is_told_nothing()
    {
        RestAnswer preflight = await SendAsync(
            HttpMethod.Options,
            "/api/v1/faults",
            content: null,
            ("Origin", "http://localhost:5173"),
            ("Access-Control-Request-Method", "PUT"));

        Assert.Equal(HttpStatusCode.Forbidden, preflight.Status);
        Assert.DoesNotContain(preflight.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("PUT", "/api/v1/faults", "text/plain")]
    [InlineData("POST", "/api/v1/faults", "text/plain")]
    [InlineData("PUT", "/api/v1/faults", "application/jsonp")]
    [InlineData("PUT", "/api/v1/faults", "application/json; charset=utf-16")]
    [InlineData("POST", "/api/v1/reset", "application/x-www-form-urlencoded")]
    [InlineData("POST", "/api/v1/reset", "multipart/form-data; boundary=b")]
    [InlineData("DELETE", "/api/v1/messages", "text/plain")]
    public async Task A_body_that_a_form_could_send_is_refused_before_any_effect(string method, string path, string contentType)
    {
        await SendCodeAsync();
        Emulator.Faults.Always(Fault.Close());
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(HttpMethod.Parse(method), path, content)).Status);

        Assert.Single(Emulator.Inbox.Messages);
        Assert.Contains("close", (await GetAsync("/api/v1/faults")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/reset", "POST")]
    [InlineData("POST", "/api/v1/messages", "GET|DELETE")]
    [InlineData("HEAD", "/api/v1/messages/wait", "GET")]
    public async Task Another_method_is_refused_with_those_that_there_are(string method, string path, string allowed)
    {
        RestAnswer answer = await SendAsync(HttpMethod.Parse(method), path, content: null);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, allowed), (answer.Status, answer.Headers["Allow"]));
    }

    [Fact]
    public async Task Nothing_is_cached_sniffed_or_embedded_elsewhere()
    {
        RestAnswer answer = await GetAsync("/livez");

        Assert.Equal(
            ("no-store", "nosniff", "same-origin"),
            (answer.Headers["Cache-Control"], answer.Headers["X-Content-Type-Options"], answer.Headers["Cross-Origin-Resource-Policy"]));
    }
}
