using System.Net;
using System.Security.Cryptography;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

using StackExchange.Redis;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>Two nodes of the sample over one Redis, in front of one GenAuth.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    /// <summary>Where the nodes keep the keys of their cookies.</summary>
    public const string CookieKeys = "genauth:PhoneLogin:keys";

    private readonly string _partitionKeySecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly List<Node> _nodes = [];

    private Cluster(RedisServer redis, GenAuthEmulator emulator, IReadOnlyDictionary<string, string> settings)
    {
        Redis = redis;
        Emulator = emulator;
        _settings = settings;
    }

    public RedisServer Redis { get; }

    public GenAuthEmulator Emulator { get; }

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <param name="settings">Settings of both nodes besides those that connect them.</param>
    /// <param name="configure">Changes how GenAuth behaves.</param>
    /// <param name="redis">Where the nodes share what they count; by default one that is as it should be.</param>
    public static async Task<Cluster> StartAsync(Dictionary<string, string>? settings = null, Action<GenAuthEmulatorOptions>? configure = null, RedisServer? redis = null)
    {
        var options = new GenAuthEmulatorOptions { InternationalSms = true, MaxWrongCodes = 1000 };
        configure?.Invoke(options);
        var cluster = new Cluster(redis ?? new RedisServer(), await GenAuthEmulator.StartAsync(options), settings ?? []);
        try
        {
            await cluster.Redis.StartAsync();
            await cluster.AddNodeAsync();
            await cluster.AddNodeAsync();
            await cluster.WarmUpAsync();
            return cluster;
        }
        catch
        {
            // Processes outlive a test that does not end them.
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Replaces a node by a new process.</summary>
    public async Task RestartNodeAsync(int index)
    {
        await _nodes[index].DisposeAsync();
        _nodes[index] = await StartNodeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Node node in _nodes)
            await node.DisposeAsync();
        await Redis.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    /// <summary>Ends the nodes as an operator would. Their logs are complete then.</summary>
    public Task StopNodesAsync() => Task.WhenAll(_nodes.Select(node => node.StopAsync()));

    // The first requests of a process are slow, and a node that waits for Redis too long refuses. What they count is taken back.
    private async Task WarmUpAsync()
    {
        int next = 0;
        foreach (Node node in _nodes)
        {
            await Eventually.PassesAsync(async () =>
            {
                var visitor = new Visitor($"198.51.100.{next % 250}");
                string number = $"+86 555{next++:0000}";
                await visitor.ReadCountdownAsync(node, number);
                Assert.Equal(HttpStatusCode.BadRequest, await visitor.SignInAsync(node, number, "no-code"));
            });
        }

        await using ConnectionMultiplexer redis = await Redis.ConnectAsync();
        await redis.GetDatabase().KeyDeleteAsync([.. redis.GetServers().Single().Keys().Where(key => key != CookieKeys)]);
    }

    private async Task AddNodeAsync() => _nodes.Add(await StartNodeAsync());

    private Task<Node> StartNodeAsync() => Node.StartAsync(new Dictionary<string, string>(_settings)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true",
        ["ConnectionStrings__redis"] = Redis.ConnectionString,
        ["GenAuth__AppId"] = Emulator.AppId,
        ["GenAuth__AppHost"] = Emulator.AppHost.ToString(),
        ["PhoneSignIn__PartitionKeySecret"] = _partitionKeySecret,
    });
}
