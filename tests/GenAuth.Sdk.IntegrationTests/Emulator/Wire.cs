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

    public Task<WireAnswer> PreCheckAsync(string code, string channel = "CHANNEL_LOGIN", string phoneNumber = Phone, string? appId = null) =>
        SendAsync(
            HttpMethod.Post,
            "/api/v3/pre-check-code",
            $$$"""{"codeType":"SMS","smsCodePayload":{"phone":"{{{phoneNumber}}}","passCode":"{{{code}}}","channel":"{{{channel}}}"}}""",
            ("x-genauth-app-id", appId ?? _emulator.AppId));

    /// <summary>Signs in; <paramref name="members"/> are further ones of the body, with a comma before each.</summary>
    public Task<WireAnswer> SignInAsync(
        string code,
        string members = "",
        string phoneNumber = Phone,
        string? appId = null,
        params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/api/v3/signin", PassCodeBody(code, phoneNumber, members), [("x-genauth-app-id", appId ?? _emulator.AppId), .. headers]);

    /// <summary>Signs up; <paramref name="members"/> are further ones of the body, with a comma before each.</summary>
    public Task<WireAnswer> SignUpAsync(string code, string members = "", string phoneNumber = Phone) =>
        SendAsync(HttpMethod.Post, "/api/v3/signup", PassCodeBody(code, phoneNumber, members), ("x-genauth-app-id", _emulator.AppId));

    public Task<WireAnswer> GetUserInfoAsync(string? authorization) =>
        SendAsync(HttpMethod.Get, "/oidc/me", body: null, authorization is null ? [] : [("authorization", authorization)]);

    public async Task<WireAnswer> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using HttpContent? content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await SendAsync(method, path, content, headers);
        return new WireAnswer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            response.Headers.TryGetValues("Retry-After", out IEnumerable<string>? values) ? int.Parse(values.Single(), CultureInfo.InvariantCulture) : null,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(_emulator.AppHost.ToString().TrimEnd('/') + path)) { Content = content };
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string PassCodeBody(string code, string phoneNumber, string members) =>
        $$$"""{"connection":"PASSCODE","passCodePayload":{"phone":"{{{phoneNumber}}}","passCode":"{{{code}}}"}{{{members}}}}""";

    public void Dispose() => _client.Dispose();
}
