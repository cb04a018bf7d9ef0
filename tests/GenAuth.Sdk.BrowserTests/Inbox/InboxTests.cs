using System.Text;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;

namespace GenAuth.Sdk.BrowserTests.Inbox;

/// <summary>Tests of the inbox page in a browser, with an emulator whose clock the test owns.</summary>
public abstract class InboxTests : IAsyncLifetime
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<IBrowserContext> _contexts = [];
    private readonly Browser _browser;

    protected InboxTests(Browser browser) => _browser = browser;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 5, 9, 41, 0, TimeSpan.Zero));

    protected GenAuthEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await StartAsync(port: 0);

    public async ValueTask DisposeAsync()
    {
        foreach (IBrowserContext context in _contexts)
            await context.DisposeAsync();
        await Emulator.DisposeAsync();
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the emulator, and starts another one at its address.</summary>
    protected async Task RestartAsync()
    {
        int port = Emulator.AppHost.Port;
        await Emulator.DisposeAsync();
        Emulator = await StartAsync(port);
    }

    /// <summary>Opens the inbox, and returns when it is live.</summary>
    protected async Task<IPage> OpenInboxAsync(ColorScheme scheme = ColorScheme.Light, int width = 1180, int height = 800, params string[] permissions)
    {
        IPage page = await _browser.OpenAsync(scheme, width, height, permissions);
        _contexts.Add(page.Context);
        await page.GotoAsync(new Uri(Emulator.AppHost, "/_genauth/").AbsoluteUri);
        await Assertions.Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Sends a code, and returns it.</summary>
    protected async Task<string> SendCodeAsync(string phoneNumber = "5550100", SmsChannel? channel = null)
    {
        Assert.True((await Emulator.CreateClient().SendSmsAsync(channel ?? SmsChannel.Login, phoneNumber, cancellationToken: Token)).IsSuccess);
        return Emulator.Inbox.Messages[^1].Code;
    }

    /// <summary>Sends a request as no client of ours would, and returns the answer.</summary>
    protected async Task<string> PostAsync(string json, string appId = "genauth-emulator", string path = "/api/v3/send-sms")
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, new Uri(Emulator.AppHost, path)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("x-genauth-app-id", appId);
        using HttpResponseMessage response = await _client.SendAsync(request, Token);
        return await response.Content.ReadAsStringAsync(Token);
    }

    /// <summary>Waits until a text is on the clipboard.</summary>
    protected static async Task AssertCopiedAsync(IPage page, string text) =>
        Assert.NotNull(await page.WaitForFunctionAsync("async text => await navigator.clipboard.readText() === text", text));

    private Task<GenAuthEmulator> StartAsync(int port) =>
        GenAuthEmulator.StartAsync(new() { TimeProvider = Clock, DefaultLanguage = "en-US", Port = port }, Token);
}
