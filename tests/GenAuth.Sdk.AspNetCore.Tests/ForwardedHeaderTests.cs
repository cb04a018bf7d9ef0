using System.Net;

using GenAuth.Sdk.Tests.Shared;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Whose address counts: that of the connection, and behind a configured proxy that of its client.</summary>
public sealed class ForwardedHeaderTests : IDisposable
{
    private readonly Eavesdropper _log = new();

    [Fact]
    public async Task A_hundred_invented_addresses_count_as_one_client()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(
            options => options.SendsPerAddress.PermitLimit = 2,
            register: services => services.AddSingleton<ILoggerProvider>(_log));
        using Browser browser = app.OpenBrowser("198.51.100.9");

        int accepted = 0;
        for (int client = 0; client < 100; client++)
            accepted += (await AskAsync(browser, $"203.0.113.{client}", $"55501{client:00}")).Status == 202 ? 1 : 0;

        Assert.Equal((2, 2), (accepted, app.GenAuth.Inbox.Messages.Count));
        Assert.All(app.GenAuth.Inbox.Messages, sms => Assert.Equal("198.51.100.9", sms.ClientIp));
        Assert.Single(_log.Heard, line => line.StartsWith("log GenAuth.Sdk.AspNetCore.PhoneSignIn: Forwarded headers arrive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_client_behind_a_configured_proxy_counts_without_a_warning()
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor };
        forwarded.KnownProxies.Add(IPAddress.Parse("198.51.100.9"));
        await using PhoneApp app = await PhoneApp.StartAsync(
            options => options.SendsPerAddress.PermitLimit = 1,
            register: services => services.AddSingleton<ILoggerProvider>(_log),
            use: web => web.UseForwardedHeaders(forwarded));
        using Browser browser = app.OpenBrowser("198.51.100.9");

        Assert.Equal(202, (await AskAsync(browser, "203.0.113.1", "5550101")).Status);
        Assert.Equal(202, (await AskAsync(browser, "203.0.113.2", "5550102")).Status);
        Assert.Equal(429, (await AskAsync(browser, "203.0.113.1", "5550103")).Status);

        Assert.Equal(["203.0.113.1", "203.0.113.2"], app.GenAuth.Inbox.Messages.Select(sms => sms.ClientIp));
        Assert.DoesNotContain(_log.Heard, line => line.Contains("Forwarded headers arrive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Behind_an_https_proxy_that_nobody_configured_the_refusal_of_the_own_origin_is_explained()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(register: services => services.AddSingleton<ILoggerProvider>(_log));
        using Browser browser = app.OpenBrowser("198.51.100.9", scheme: "http");

        BrowserResponse response = await browser.PostAsync(
            "code",
            """{"phoneNumber":"5550100"}""",
            ("X-Forwarded-For", "203.0.113.1"),
            ("X-Forwarded-Proto", "https"),
            ("Origin", "https://app.example"));

        Assert.Equal("foreign-origin", response.Problem);
        Assert.Single(
            _log.Heard,
            line => line.Contains("https looks like http", StringComparison.Ordinal)
                && line.StartsWith("log GenAuth.Sdk.AspNetCore.PhoneSignIn:", StringComparison.Ordinal));
    }

    public void Dispose() => _log.Dispose();

    private static Task<BrowserResponse> AskAsync(Browser browser, string forwardedFor, string phoneNumber) =>
        browser.PostAsync("code", $$"""{"phoneNumber":"{{phoneNumber}}"}""", ("X-Forwarded-For", forwardedFor));
}
