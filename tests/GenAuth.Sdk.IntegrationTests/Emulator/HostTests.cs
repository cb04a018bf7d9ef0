using System.Net.Sockets;
using System.Text;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class HostTests : IAsyncLifetime
{
    private GenAuthEmulator _emulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _emulator = await GenAuthEmulator.StartAsync(new() { AllowedHosts = { "emulator.internal" } }, Token);

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Theory]
    [InlineData("localhost")]
    [InlineData("LocalHost:1234")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:1234")]
    [InlineData("emulator.internal:8080")]
    public async Task Requests_for_this_machine_or_a_named_host_are_served(string host) =>
        Assert.Equal(200, await GetStatusAsync($"GET /api/v3/system HTTP/1.1\r\nHost: {host}\r\n"));

    [Theory]
    [InlineData("127.0.0.1.nip.io")]
    [InlineData("localhost.")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.2")]
    [InlineData("evil.emulator.internal")]
    public async Task Requests_for_another_host_are_misdirected_on_every_route(string host)
    {
        _emulator.Faults.Next(Fault.GatewayPage());

        foreach (string path in (string[])["/api/v3/system", "/api/v3/send-sms", "/nothing"])
            Assert.Equal(421, await GetStatusAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\n"));

        Assert.Equal(0, _emulator.RequestCount);
        Assert.Equal(502, await GetStatusAsync("GET /api/v3/system HTTP/1.1\r\nHost: localhost\r\n"));
    }

    [Theory]
    [InlineData("GET /api/v3/system HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", 400)]
    [InlineData("GET /api/v3/system HTTP/1.1\r\n", 400)]
    [InlineData("GET /api/v3/system HTTP/1.0\r\n", 421)]
    [InlineData("GET http://evil.example/api/v3/system HTTP/1.1\r\nHost: evil.example\r\n", 421)]
    [InlineData("GET http://evil.example/api/v3/system HTTP/1.1\r\nHost: localhost\r\n", 400)]
    public async Task A_host_that_is_missing_doubled_or_in_the_request_line_does_not_help(string head, int status)
    {
        Assert.Equal(status, await GetStatusAsync(head));
        Assert.Equal(0, _emulator.RequestCount);
    }

    [Fact]
    public async Task Without_sockets_the_host_does_not_matter()
    {
        using var client = new HttpClient(_emulator.CreateHandler());

        using HttpResponseMessage response = await client.GetAsync(new Uri("https://evil.example/api/v3/system"), Token);

        Assert.True(response.IsSuccessStatusCode);
    }

    private async Task<int> GetStatusAsync(string head)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_emulator.AppHost.Host, _emulator.AppHost.Port, Token);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "Connection: close\r\n\r\n"), Token);
        using var reader = new StreamReader(client.GetStream());
        string line = (await reader.ReadLineAsync(Token))!;
        return int.Parse(line.AsSpan("HTTP/1.1 ".Length, 3), System.Globalization.CultureInfo.InvariantCulture);
    }
}
