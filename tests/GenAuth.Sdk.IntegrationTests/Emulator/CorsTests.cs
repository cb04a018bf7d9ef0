using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class CorsTests : WireTests
{
    private protected CorsTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.AllowedOrigins.Add("https://app.example");

    [Theory]
    [InlineData("http://localhost")]
    [InlineData("http://localhost:5173")]
    [InlineData("https://127.0.0.1:8443")]
    [InlineData("http://[::1]:3000")]
    [InlineData("https://app.example")]
    public async Task A_page_of_a_loopback_or_named_origin_may_call(string origin)
    {
        using HttpResponseMessage preflight = await PreflightAsync(origin);
        using HttpResponseMessage response = await PostAsync(origin);

        Assert.Equal(
            (HttpStatusCode.NoContent, "GET, POST", "content-type,x-genauth-app-id"),
            (preflight.StatusCode, Value(preflight, "Access-Control-Allow-Methods"), Value(preflight, "Access-Control-Allow-Headers")));
        Assert.All([preflight, response], message =>
            Assert.Equal(
            (origin, "true", "Origin"),
            (Value(message, "Access-Control-Allow-Origin"), Value(message, "Access-Control-Allow-Credentials"), Value(message, "Vary"))));
        Assert.Equal("Retry-After", Value(response, "Access-Control-Expose-Headers"));
    }

    [Theory]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://127.0.0.1.evil")]
    [InlineData("http://evil.example#http://localhost")]
    [InlineData("http://localhost@evil.example")]
    [InlineData("http://user@localhost")]
    [InlineData("http://localhost:5173/")]
    [InlineData("http://LOCALHOST:5173")]
    [InlineData("ftp://localhost")]
    [InlineData("https://app.example.evil")]
    [InlineData("https://app.example:444")]
    [InlineData("http://app.example")]
    [InlineData("null")]
    [InlineData("*")]
    public async Task Other_origins_are_told_nothing(string origin)
    {
        using HttpResponseMessage preflight = await PreflightAsync(origin);
        using HttpResponseMessage response = await PostAsync(origin);

        Assert.Equal(HttpStatusCode.NotFound, preflight.StatusCode);
        Assert.All(
            [preflight, response],
            message => Assert.DoesNotContain(message.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal("Origin", Value(response, "Vary"));
    }

    [Fact]
    public async Task A_preflight_neither_counts_nor_uses_up_a_fault()
    {
        Emulator.Faults.Next(Fault.GatewayPage());

        using HttpResponseMessage preflight = await PreflightAsync("http://localhost");
        using HttpResponseMessage response = await PostAsync("http://localhost");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.BadGateway, 1), (preflight.StatusCode, response.StatusCode, Emulator.RequestCount));
        Assert.Equal("http://localhost", Value(response, "Access-Control-Allow-Origin"));
    }

    private static string? Value(HttpResponseMessage message, string header) =>
        message.Headers.TryGetValues(header, out IEnumerable<string>? values) ? string.Join('|', values) : null;

    private Task<HttpResponseMessage> PreflightAsync(string origin) => Wire.SendAsync(
        HttpMethod.Options,
        Wire.Path,
        content: null,
        ("Origin", origin),
        ("Access-Control-Request-Method", "POST"),
        ("Access-Control-Request-Headers", "content-type,x-genauth-app-id"));

    private async Task<HttpResponseMessage> PostAsync(string origin)
    {
        using var content = new StringContent(Wire.Body());
        return await Wire.SendAsync(HttpMethod.Post, Wire.Path, content, ("x-genauth-app-id", Emulator.AppId), ("Origin", origin));
    }

    public sealed class OverSockets() : CorsTests(sockets: true);

    public sealed class InMemory() : CorsTests(sockets: false);
}
