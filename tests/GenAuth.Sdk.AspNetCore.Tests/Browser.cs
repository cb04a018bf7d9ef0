using System.Net;
using System.Net.Http.Json;
using System.Text;

using Microsoft.AspNetCore.TestHost;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Somebody at a page of the application, with cookies.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _address;

    public Browser(TestServer server, string address, string scheme)
    {
        _client = server.CreateClient();
        _client.BaseAddress = new Uri(scheme + "://app.example/");
        _address = address;
    }

    public CookieContainer Cookies { get; } = new();

    public Task<BrowserResponse> AskForCodeAsync(string phoneNumber, string? phoneCountryCode = null) => PostAsync("code", new { phoneNumber, phoneCountryCode });

    public Task<BrowserResponse> SignInAsync(string phoneNumber, string code, string? phoneCountryCode = null) =>
        PostAsync("sign-in", new { phoneNumber, phoneCountryCode, code });

    public Task<BrowserResponse> SignOutAsync() => PostAsync("sign-out", (HttpContent?)null);

    public Task<BrowserResponse> PostAsync(string path, object body) => PostAsync(path, JsonContent.Create(body));

    public Task<BrowserResponse> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public Task<BrowserResponse> PostAsync(string path, HttpContent? content, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "phone/" + path, content, headers);

    /// <summary>The claims of the signed-in user, a line each; empty without one.</summary>
    public async Task<string> GetMeAsync() => (await SendAsync(HttpMethod.Get, "me", content: null)).Text;

    public async Task<BrowserResponse> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(_client.BaseAddress!, path)) { Content = content };
        request.Headers.Add(PhoneApp.AddressHeader, _address);
        if (Cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        using HttpResponseMessage response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var received = new BrowserResponse(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (string cookie in received.SetCookies)
            Cookies.SetCookies(request.RequestUri!, cookie);
        return received;
    }

    public void Dispose() => _client.Dispose();
}
