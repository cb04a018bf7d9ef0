using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

using GenAuth.Sdk.IntegrationTests.Faults;
using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>Clients that open as many streams as they can, and do not read them.</summary>
[Collection(nameof(ChaosTests.Alone))]
public class EventLoadTests : RestTests
{
    private const int MaxStreams = 32;
    private const int Sends = 2_000;
    private const string Events = "/api/v1/events";

    // Far more than a send takes, because the machine may be a busy one.
    private static readonly TimeSpan LongestSend = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task The_32_streams_count_connected_clients_only()
    {
        List<TcpClient> clients = await OpenAllAsync();
        RestAnswer refused = await GetAsync(Events);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (refused.Status, refused.MediaType));

        clients.ForEach(client => client.Dispose());

        await Eventually.PassesAsync(async () =>
        {
            using HttpResponseMessage response = await AskAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        });
    }

    [Fact]
    public async Task A_thousand_clients_that_read_nothing_cost_neither_time_nor_memory()
    {
        List<TcpClient> clients = await OpenAllAsync();
        for (int i = MaxStreams; i < 1_000; i++)
            Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync(Events)).Status);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < Sends; i++)
        {
            await SendCodeAsync();
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{elapsed.TotalMilliseconds / Sends:0.00} ms for a send, {grown / 1e6:0.0} MB more.");
        Assert.True(elapsed < Sends * LongestSend);
        Assert.True(grown < 100_000_000);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Streams_do_not_hold_up_the_end_of_the_emulator()
    {
        using EventReader events = await EventReader.OpenAsync(Origin);
        List<TcpClient> clients = await OpenAllAsync();

        await Emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), Token);

        await Assert.ThrowsAnyAsync<IOException>(() => events.ReadAsync("nothing"));
        clients.ForEach(client => client.Dispose());
    }

    // Returns when all places are taken.
    private async Task<List<TcpClient>> OpenAllAsync()
    {
        List<TcpClient> clients = [];
        for (int i = 0; i < MaxStreams; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(Emulator.AppHost.Host, Emulator.AppHost.Port, Token);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /_genauth{Events} HTTP/1.1\r\nHost: localhost\r\n\r\n"), Token);
            clients.Add(client);
        }

        await Eventually.PassesAsync(async () =>
        {
            using HttpResponseMessage response = await AskAsync();
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        });
        return clients;
    }

    private async Task<HttpResponseMessage> AskAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await client.GetAsync(new Uri(Origin + "/_genauth" + Events), HttpCompletionOption.ResponseHeadersRead, Token);
    }
}
