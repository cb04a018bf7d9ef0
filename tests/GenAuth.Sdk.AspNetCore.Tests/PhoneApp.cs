using System.Net;
using System.Security.Claims;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>An application with phone sign-in, over an emulator, on a clock that only the test moves.</summary>
internal sealed class PhoneApp : IAsyncDisposable
{
    /// <summary>Says which address a request comes from, because a test server has no connections.</summary>
    public const string AddressHeader = "test-address";

    private readonly WebApplication _app;

    private PhoneApp(WebApplication app, DelayClock clock)
    {
        _app = app;
        Clock = clock;
        GenAuth = app.Services.GetRequiredService<GenAuthEmulator>();
    }

    public DelayClock Clock { get; }

    public GenAuthEmulator GenAuth { get; }

    public IServiceProvider Services => _app.Services;

    public IDistributedCache Cache => Services.GetRequiredService<IDistributedCache>();

    public static async Task<PhoneApp> StartAsync(
        Action<GenAuthPhoneSignInOptions>? configure = null,
        Action<GenAuthEmulatorOptions>? emulate = null,
        Action<IServiceCollection>? register = null,
        Action<WebApplication>? use = null,
        Action<GenAuthClientOptions>? configureClient = null)
    {
        var clock = new DelayClock();
        clock.SetUtcNow(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddGenAuthClient(options =>
        {
            options.Retry.MaxRetries = 0;
            configureClient?.Invoke(options);
        });
        builder.Services.AddGenAuthEmulator(options =>
        {
            options.TimeProvider = clock;
            emulate?.Invoke(options);
        });
        builder.Services.AddGenAuthPhoneSignIn(options =>
        {
            options.TimeProvider = clock;
            configure?.Invoke(options);
        });
        register?.Invoke(builder.Services);

        WebApplication app = builder.Build();
        app.Use(SetAddress);
        use?.Invoke(app);
        app.UseAuthentication();
        app.MapGenAuthPhoneSignIn("/phone");
        app.MapGet("/me", (ClaimsPrincipal user) => string.Join('\n', user.Claims.Select(claim => claim.Type + "=" + claim.Value)));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PhoneApp(app, clock);
    }

    public Browser OpenBrowser(string address = "203.0.113.7", string scheme = "https") => new(_app.GetTestServer(), address, scheme);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Task SetAddress(HttpContext context, RequestDelegate next)
    {
        string? address = context.Request.Headers[AddressHeader];
        context.Request.Headers.Remove(AddressHeader);
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        return next(context);
    }
}
