using System.Text;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>Tests of the REST API as a program in any language meets it.</summary>
public abstract class RestTests : IAsyncLifetime
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new();

    protected GenAuthEmulator Emulator { get; private set; } = null!;

    protected AuthenticationClient Client { get; private set; } = null!;

    protected string Origin => Emulator.AppHost.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        var options = new GenAuthEmulatorOptions { TimeProvider = Clock, DefaultLanguage = "en-US" };
        Configure(options);
        Emulator = await GenAuthEmulator.StartAsync(options, Token);
        Client = Emulator.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(GenAuthEmulatorOptions options)
    {
    }

    private protected async Task<string> SendCodeAsync(string phoneNumber = Wire.Phone, SmsChannel? channel = null)
    {
        Assert.True((await Client.SendSmsAsync(channel ?? SmsChannel.Login, phoneNumber, cancellationToken: Token)).IsSuccess);
        return Emulator.Inbox.Messages[^1].Code;
    }

    private protected Task<RestAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    private protected Task<RestAnswer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, new StringContent(json, Encoding.UTF8, "application/json"));

    private protected async Task<RestAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Origin + "/_genauth" + path)) { Content = content };
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        using HttpResponseMessage response = await _client.SendAsync(request, Token);
        return new RestAnswer(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(Token),
            response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join('|', header.Value), StringComparer.OrdinalIgnoreCase));
    }
}
