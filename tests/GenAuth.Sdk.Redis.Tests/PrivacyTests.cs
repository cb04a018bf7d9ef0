using System.Security.Cryptography;
using System.Text;

using StackExchange.Redis;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>What others can read in Redis and in the logs of the nodes.</summary>
public class PrivacyTests
{
    private const string Number = "+1 202 555 0123";
    private const string NationalNumber = "2025550123";

    // The ends of windows are rounded to seconds.
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task No_command_to_Redis_holds_the_number_or_a_plain_hash_of_it()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        await using RedisMonitor monitor = await RedisMonitor.StartAsync(cluster.Redis);

        await LoginAsync(cluster);

        string commands = Assert.IsType<string>(await monitor.ReadAsync());
        Assert.Contains("sends-per-number", commands, StringComparison.Ordinal);
        for (int start = 0; start + 6 <= NationalNumber.Length; start++)
            Assert.DoesNotContain(NationalNumber.Substring(start, 6), commands, StringComparison.Ordinal);
        foreach (string spelling in (string[])[NationalNumber, "+1" + NationalNumber, "1" + NationalNumber, Number])
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(spelling));
            Assert.DoesNotContain(Convert.ToHexString(hash), commands, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(hash), commands, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_key_but_that_of_the_cookie_keys_ends_with_its_window()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        await LoginAsync(cluster);
        await using ConnectionMultiplexer redis = await cluster.Redis.ConnectAsync();

        RedisKey[] keys = [.. redis.GetServers().Single().Keys()];

        string[] limits = ["sends", "sends-per-address", "sends-per-country", "sends-per-number", "tries-per-address", "tries-per-number"];
        Assert.All(limits, limit => Assert.Contains(keys, key => key.ToString().Contains($"genauth:{cluster.Emulator.AppId}:{limit}:", StringComparison.Ordinal)));
        foreach (RedisKey key in keys.Where(key => key != Cluster.CookieKeys))
            Assert.InRange((await redis.GetDatabase().KeyTimeToLiveAsync(key)) ?? TimeSpan.MaxValue, TimeSpan.Zero, Hour + Rounding);
    }

    [Fact]
    public async Task No_log_line_holds_the_password_of_Redis()
    {
        await using Cluster cluster = await Cluster.StartAsync();
        await LoginAsync(cluster);
        await cluster.Redis.StopAsync();

        using HttpResponseMessage refused = await new Visitor().SendCodeAsync(cluster.Nodes[0], "+1 555 0100");
        await cluster.RestartNodeAsync(1);

        Assert.All(cluster.Nodes, node => Assert.DoesNotContain(RedisServer.Password, node.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("allkeys-lru", true)]
    [InlineData("noeviction", false)]
    public async Task A_Redis_that_may_throw_away_limits_is_warned_of(string policy, bool expected)
    {
        await using Cluster cluster = await Cluster.StartAsync(redis: new RedisServer(policy));
        await LoginAsync(cluster);

        Assert.Equal(expected, cluster.Nodes[0].Output.Contains("maxmemory-policy is " + policy, StringComparison.Ordinal));
    }

    private static async Task LoginAsync(Cluster cluster)
    {
        var visitor = new Visitor();
        await visitor.ReadCountdownAsync(cluster.Nodes[0], Number);
        await visitor.SignInAsync(cluster.Nodes[1], Number, (await cluster.Emulator.Inbox.WaitForAsync(Number)).Code);
    }
}
