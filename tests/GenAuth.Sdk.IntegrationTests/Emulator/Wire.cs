using System.Globalization;
using System.Net.Security;
using System.Text;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>Speaks plain HTTP to an emulator: what goes over the wire, without the SDK in between.</summary>
internal sealed class Wire : IDisposable
{
    public const string Phone = "5550100";
    public const string Path = "/api/v3/send-sms";

    private readonly GenAuthEmulator _emulator;
    private readonly HttpClient _client;

    private Wire(GenAuthEmulator emulator, HttpMessageHandler handler)
    {
        _emulator = emulator;
        _client = new HttpClient(handler);
    }

    public static Wire OverSockets(GenAuthEmulator emulator, SslClientAuthenticationOptions? ssl = null) =>
        new(emulator, new SocketsHttpHandler { UseProxy = false, SslOptions = ssl ?? new() });

    public static Wire InMemory(GenAuthEmulator emulator) => new(emulator, emulator.CreateHandler());

    public static string Body(string channel = "CHANNEL_LOGIN", string phoneNumber = Phone, string? phoneCountryCode = null) =>
        phoneCountryCode is null
            ? $$"""{"channel":"{{channel}}","phoneNumber":"{{phoneNumber}}"}"""
            : $$"""{"channel":"{{channel}}","phoneNumber":"{{phoneNumber}}","phoneCountryCode":"{{phoneCountryCode}}"}""";

    public Task<WireAnswer> PostAsync(string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, Path, body, [("x-genauth-app-id", _emulator.AppId), .. headers]);

    public async Task<WireAnswer> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(method, new Uri(_emulator.AppHost.ToString().TrimEnd('/') + path));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        using HttpResponseMessage response = await _client.SendAsync(request, cancellationToken);
        return new WireAnswer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            response.Headers.TryGetValues("Retry-After", out IEnumerable<string>? values) ? int.Parse(values.Single(), CultureInfo.InvariantCulture) : null,
            await response.Content.ReadAsStringAsync(cancellationToken));
    }

    public void Dispose() => _client.Dispose();
}
