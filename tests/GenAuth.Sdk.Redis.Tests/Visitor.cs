using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>A browser with an address and cookies of its own, which may come to any node.</summary>
internal sealed class Visitor
{
    // Shared, because a thousand visitors need no thousand connections. Cookies are the visitor's own.
    private static readonly HttpClient Http =
        new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, MaxConnectionsPerServer = 64 }) { Timeout = TimeSpan.FromMinutes(2) };

    private readonly string _address;
    private readonly CookieContainer _cookies = new();

    public Visitor(string address = "203.0.113.1") => _address = address;

    public Task<HttpResponseMessage> SendCodeAsync(Node node, string phoneNumber) => PostAsync(node, "phone/code", new { phoneNumber });

    /// <summary>Asks for a code, and says how many seconds are left until the next one.</summary>
    public async Task<int> ReadCountdownAsync(Node node, string phoneNumber)
    {
        using HttpResponseMessage response = await SendCodeAsync(node, phoneNumber);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("resendAfter").GetInt32();
    }

    public async Task<HttpStatusCode> SignInAsync(Node node, string phoneNumber, string code)
    {
        using HttpResponseMessage response = await PostAsync(node, "phone/sign-in", new { phoneNumber, code });
        return response.StatusCode;
    }

    /// <summary>The same cookies from another address.</summary>
    public Visitor MoveTo(string address)
    {
        var moved = new Visitor(address);
        moved._cookies.Add(_cookies.GetAllCookies());
        return moved;
    }

    private async Task<HttpResponseMessage> PostAsync(Node node, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-For", _address);
        if (_cookies.GetCookieHeader(node.Address) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        HttpResponseMessage response = await Http.SendAsync(request);
        foreach (string cookie in response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? set : [])
            _cookies.SetCookies(node.Address, cookie);
        return response;
    }
}
