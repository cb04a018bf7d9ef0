using System.Net;

using GenAuth.Sdk.Tests.Shared;

using StackExchange.Redis;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>Without the shared limits no code is sent, because nobody would count them; who has a code can still sign in.</summary>
public class FailingRedisTests
{
    private const string Number = "+1 555 0100";

    [Fact]
    public async Task An_outage_of_Redis_stops_sends_but_no_sign_in()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        var visitor = new Visitor();
        await visitor.ReadCountdownAsync(cluster.Nodes[0], Number);
        await visitor.SignInAsync(cluster.Nodes[0], Number, "no-code");
        string code = (await cluster.Emulator.Inbox.WaitForAsync("5550100")).Code;

        await cluster.Redis.StopAsync();

        await AssertRefusesSendsAsync(cluster);
        Assert.Equal(HttpStatusCode.NoContent, await visitor.SignInAsync(cluster.Nodes[0], Number, code));
    }

    [Fact]
    public async Task After_Redis_came_back_empty_codes_are_sent_as_before()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        await new Visitor().ReadCountdownAsync(cluster.Nodes[0], Number);
        await cluster.Redis.StopAsync();
        await AssertRefusesSendsAsync(cluster);

        await cluster.Redis.StartAsync();

        await AssertSendsAsync(cluster);
    }

    [Fact]
    public async Task While_Redis_is_slow_sends_are_refused()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        await new Visitor().ReadCountdownAsync(cluster.Nodes[0], Number);
        await using ConnectionMultiplexer redis = await cluster.Redis.ConnectAsync();

        await redis.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "600000", "ALL");

        await AssertRefusesSendsAsync(cluster);
    }

    [Fact]
    public async Task While_Redis_is_full_sends_are_refused()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        await new Visitor().ReadCountdownAsync(cluster.Nodes[0], Number);
        await using ConnectionMultiplexer redis = await cluster.Redis.ConnectAsync();
        IServer server = redis.GetServers().Single();

        await server.ConfigSetAsync("maxmemory", "1");
        await AssertRefusesSendsAsync(cluster);

        await server.ConfigSetAsync("maxmemory", "0");
        await AssertSendsAsync(cluster);
    }

    private static async Task AssertRefusesSendsAsync(Cluster cluster)
    {
        int before = cluster.Emulator.Inbox.Messages.Count;
        HttpResponseMessage[] responses =
            await Task.WhenAll(Enumerable.Range(0, 16).Select(i => new Visitor($"198.51.100.{i}").SendCodeAsync(cluster.Nodes[i % 2], "+1 555 0101")));
        Assert.All(responses, response => Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode));
        Assert.Equal(before, cluster.Emulator.Inbox.Messages.Count);
    }

    // Another number each time, because a number gets five codes an hour.
    private static async Task AssertSendsAsync(Cluster cluster)
    {
        int next = 10;
        await Eventually.PassesAsync(async () =>
        {
            using HttpResponseMessage response = await new Visitor($"192.0.2.{next}").SendCodeAsync(cluster.Nodes[next % 2], $"+1 555 01{next++ % 100:00}");
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        });
    }
}
