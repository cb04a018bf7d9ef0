using System.Net;
using System.Net.Sockets;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>An emulator that others than this machine can reach, because somebody named a host for it.</summary>
public class NetworkTests : RestTests
{
    protected override void Configure(GenAuthEmulatorOptions options)
    {
        options.Host = "genauth.internal";
        options.AllowedOrigins.Add("https://app.example");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic dTpw")]
    public async Task Everything_of_its_own_wants_the_token(string? authorization)
    {
        foreach (string path in (string[])["/livez", "/readyz", "/openapi.json", "/api/v1/messages", "/nothing"])
        {
            RestAnswer answer = await AskAsync(path, authorization);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.Status, answer.Headers["WWW-Authenticate"]));
        }
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/inbox.js", HttpStatusCode.OK)]
    [InlineData("/api/v1/events", HttpStatusCode.Unauthorized)]
    public async Task Only_the_page_that_asks_for_the_token_is_there_without_it(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await AskAsync(path, authorization: null)).Status);

    [Fact]
    public async Task The_token_opens_it()
    {
        Assert.Equal(64, Emulator.BearerToken!.Length);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/api/v1/messages", "Bearer " + Emulator.BearerToken)).Status);
    }

    [Fact]
    public async Task The_token_is_another_one_at_each_start()
    {
        await using GenAuthEmulator other = await GenAuthEmulator.StartAsync(new() { Host = "0.0.0.0" }, Token);

        Assert.NotEqual(Emulator.BearerToken, other.BearerToken);
    }

    [Fact]
    public async Task A_browser_asks_before_it_sends_without_a_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, At("/api/v1/messages"))
        {
            Headers = { { "Origin", "https://app.example" }, { "Access-Control-Request-Method", "GET" } },
        };

        using HttpResponseMessage response = await SendAsync(request);

        Assert.Equal(
            (HttpStatusCode.NoContent, "Authorization, Content-Type"),
            (response.StatusCode, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers"))));
    }

    [Theory]
    [InlineData("genauth.internal", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("192.0.2.7", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.nip.io", HttpStatusCode.MisdirectedRequest)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    public async Task The_host_is_checked_all_the_same(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At("/livez")) { Headers = { Host = host } };

        using HttpResponseMessage response = await SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_address_it_says_is_the_name_that_others_call_it_by() =>
        Assert.Equal(("genauth.internal", true), (Emulator.AppHost.Host, await IsOpenAsync(IPAddress.Parse("127.0.0.2"), Emulator.AppHost.Port)));

    [Theory]
    [InlineData(null)]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Without_another_name_it_listens_on_loopback_only(string? host)
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { Host = host }, Token);

        Assert.Equal("127.0.0.1", emulator.AppHost.Host);
        Assert.False(await IsOpenAsync(IPAddress.Parse("127.0.0.2"), emulator.AppHost.Port));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Without_another_name_it_wants_no_token(string? host)
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { Host = host }, Token);

        Assert.Null(emulator.BearerToken);
    }

    private static async Task<bool> IsOpenAsync(IPAddress address, int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address, port, Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await client.SendAsync(request, Token);
    }

    private async Task<RestAnswer> AskAsync(string path, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At(path));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using HttpResponseMessage response = await SendAsync(request);
        return new RestAnswer(
            response.StatusCode,
            null,
            await response.Content.ReadAsStringAsync(Token),
            response.Headers.ToDictionary(header => header.Key, header => string.Join('|', header.Value)));
    }

    // Nobody knows the name here.
    private Uri At(string path) => new($"http://127.0.0.1:{Emulator.AppHost.Port}/_genauth{path}");
}
