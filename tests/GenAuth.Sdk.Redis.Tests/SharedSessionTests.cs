using System.Buffers.Binary;
using System.Net;

using GenAuth.Sdk.Tests.Shared;

using StackExchange.Redis;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>A visitor does not notice which node answers, nor that one was started anew.</summary>
public class SharedSessionTests
{
    private const string Number = "+1 555 0100";

    [Fact]
    public async Task A_code_that_one_node_sent_signs_in_at_the_other()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        var visitor = new Visitor();
        await visitor.ReadCountdownAsync(cluster.Nodes[0], Number);
        string code = (await cluster.Emulator.Inbox.WaitForAsync("5550100")).Code;

        Assert.Equal(HttpStatusCode.NoContent, await visitor.SignInAsync(cluster.Nodes[1], Number, code));
    }

    [Fact]
    public async Task The_countdown_of_one_node_shows_on_the_other()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        Assert.Equal(60, await new Visitor().ReadCountdownAsync(cluster.Nodes[0], Number));
        await TurnBackAsync(cluster, TimeSpan.FromSeconds(20));

        Assert.InRange(await new Visitor().ReadCountdownAsync(cluster.Nodes[1], Number), 1, 40);
    }

    [Fact]
    public async Task The_countdown_survives_the_start_of_a_new_process()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        await new Visitor().ReadCountdownAsync(cluster.Nodes[0], Number);
        await TurnBackAsync(cluster, TimeSpan.FromSeconds(20));

        await cluster.RestartNodeAsync(0);

        await Eventually.PassesAsync(async () => Assert.InRange(await new Visitor().ReadCountdownAsync(cluster.Nodes[0], Number), 1, 40));
    }

    // Nobody owns the clock of another process, so the moment that the nodes noted is moved instead.
    private static async Task TurnBackAsync(Cluster cluster, TimeSpan time)
    {
        await using ConnectionMultiplexer redis = await cluster.Redis.ConnectAsync();
        RedisKey key = Assert.Single(redis.GetServers().Single().Keys(pattern: "*:sent:*"));
        byte[] moment = (byte[])(await redis.GetDatabase().HashGetAsync(key, "data"))!;
        BinaryPrimitives.WriteInt64BigEndian(moment, BinaryPrimitives.ReadInt64BigEndian(moment) - (long)time.TotalMilliseconds);
        await redis.GetDatabase().HashSetAsync(key, "data", moment);
    }
}
