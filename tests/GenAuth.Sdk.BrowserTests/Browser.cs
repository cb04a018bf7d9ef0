using Microsoft.Playwright;

namespace GenAuth.Sdk.BrowserTests;

/// <summary>One browser for all tests. Each test opens pages of its own, which share nothing.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Generous, because a loaded machine draws late. A test that passes waits no longer than it must.
    private const float Patience = 60_000;

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>Debian's Chromium, or the one that <c>CHROMIUM</c> names.</summary>
    private static string Executable => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"],
            Timeout = Patience,
        });
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>Opens an empty page in a context of its own, whose cookies and clipboard no other test sees.</summary>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="permissions">What the page may do without asking, <c>clipboard-read</c> for example.</param>
    public async Task<IPage> OpenAsync(ColorScheme scheme = ColorScheme.Light, int width = 1180, int height = 800, params string[] permissions)
    {
        IBrowserContext context = await _browser.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = height },
            Permissions = permissions,
            Locale = "en-GB",
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }
}
