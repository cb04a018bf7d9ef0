using System.Net;
using System.Net.Sockets;
using System.Text;

using GenAuth.Sdk.IntegrationTests.Faults;
using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>By itself, because the memory of other tests would be counted.</summary>
[Collection(nameof(ChaosTests.Alone))]
public class WaitTests : RestTests
{
    private const int MaxWaits = 64;
    private const string Wait = "/api/v1/messages/wait?phoneNumber=5550100&timeout=";

    [Fact]
    public async Task A_wait_ends_when_the_message_comes()
    {
        Task<RestAnswer> waiting = GetAsync(Wait + "60");

        string code = await SendCodeAsync();

        Assert.Equal(code, (await waiting)["code"]);
    }

    [Fact]
    public async Task A_wait_passes_over_messages_that_the_newest_one_voided()
    {
        await SendCodeAsync();
        string other = await SendCodeAsync(channel: SmsChannel.BindPhone);
        Clock.Advance(TimeSpan.FromMinutes(1));
        string newest = await SendCodeAsync();

        Assert.Equal(newest, (await GetAsync(Wait + "1"))["code"]);
        Assert.Equal(other, (await GetAsync(Wait + "1"))["code"]);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Wait + "1")).Status);
    }

    [Fact]
    public async Task A_wait_in_vain_is_a_problem_that_says_what_else_arrived_without_numbers()
    {
        await SendCodeAsync("5550101");

        RestAnswer answer = await GetAsync(Wait + "1");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Contains("CHANNEL_LOGIN", answer.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("5550101", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_64_waits_count_connected_clients_only()
    {
        List<TcpClient> clients = await StartWaitsAsync();

        clients.ForEach(client => client.Dispose());

        await Eventually.PassesAsync(async () => Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Wait + "1")).Status));
    }

    [Fact]
    public async Task Ten_thousand_that_want_to_wait_hold_up_no_send()
    {
        List<TcpClient> clients = await StartWaitsAsync();
        long before = GC.GetTotalMemory(forceFullCollection: true);

        await Parallel.ForAsync(0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Token }, async (_, _) =>
            Assert.Equal(HttpStatusCode.TooManyRequests, (await GetAsync(Wait + "60")).Status));

        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 100_000_000);
        Assert.NotEmpty(await SendCodeAsync("5550101"));
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Waits_do_not_hold_up_the_end_of_the_emulator()
    {
        List<TcpClient> clients = await StartWaitsAsync();

        await Emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.All(clients, client => Assert.True(IsClosed(client)));
    }

    private static bool IsClosed(TcpClient client)
    {
        try
        {
            // Of those that were one too many there is a refusal to read first.
            while (client.Client.Receive(new byte[1024]) > 0)
            {
            }

            return true;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    // Returns when all places are taken: another one is turned away then.
    private async Task<List<TcpClient>> StartWaitsAsync()
    {
        List<TcpClient> clients = [];
        for (int i = 0; i < MaxWaits; i++)
            clients.Add(await StartWaitAsync());
        while ((await GetAsync("/api/v1/messages/wait?phoneNumber=5550102&timeout=1")).Status != HttpStatusCode.TooManyRequests)
            clients.Add(await StartWaitAsync());
        return clients;
    }

    private async Task<TcpClient> StartWaitAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(Emulator.AppHost.Host, Emulator.AppHost.Port, Token);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /_genauth{Wait}60 HTTP/1.1\r\nHost: localhost\r\n\r\n"), Token);
        return client;
    }
}
