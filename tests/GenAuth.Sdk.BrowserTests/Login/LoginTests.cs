using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

using GenAuth.Sdk.Testing;

using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace GenAuth.Sdk.BrowserTests.Login;

/// <summary>Tests of the phone login sample in a browser, as <c>dotnet run</c> shows it.</summary>
public abstract class LoginTests : IAsyncLifetime
{
    protected const string Number = "+1 555 0100";

    private readonly List<IBrowserContext> _contexts = [];
    private readonly Browser _browser;
    private readonly WebApplicationFactory<Program> _sample = new();
    private HttpClient _client = null!;

    protected LoginTests(Browser browser) => _browser = browser;

    protected GenAuthEmulator Emulator => _sample.Services.GetRequiredService<GenAuthEmulator>();

    public ValueTask InitializeAsync()
    {
        // Not UseKestrel(0), because that sets the port after the program was built, when the server may have started already.
        _sample.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        _sample.StartServer();
        _client = _sample.CreateClient();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IBrowserContext context in _contexts)
            await context.DisposeAsync();
        _client.Dispose();
        await _sample.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the page, and returns when it asks for a number.</summary>
    protected async Task<IPage> OpenLoginAsync(ColorScheme scheme = ColorScheme.Light, int width = 900, int height = 700)
    {
        IPage page = await _browser.OpenAsync(scheme, width, height);
        _contexts.Add(page.Context);
        await page.Clock.InstallAsync();
        await page.GotoAsync(_client.BaseAddress!.AbsoluteUri);
        await Expect(PhoneNumber(page)).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Asks for a code, and returns when the page asks for it.</summary>
    protected static async Task AskForCodeAsync(IPage page, string number = Number)
    {
        await PhoneNumber(page).FillAsync(number);
        await Button(page, "Send me a code").ClickAsync();
        await Expect(Code(page)).ToBeVisibleAsync();
    }

    /// <summary>Reads the code as a test in any language would: from the inbox of the local GenAuth, over REST.</summary>
    protected async Task<string> ReadCodeAsync(string nationalNumber = "5550100")
    {
        JsonElement message = await _client.GetFromJsonAsync<JsonElement>($"/dev/genauth/_genauth/api/v1/messages/wait?phoneNumber={nationalNumber}");
        return message.GetProperty("code").GetString()!;
    }

    protected static ILocator PhoneNumber(IPage page) => page.GetByLabel("Phone number");

    protected static ILocator Code(IPage page) => page.GetByLabel("Code", new() { Exact = true });

    protected static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    protected static ILocator SignedIn(IPage page) => page.GetByText("You are signed in as");
}
