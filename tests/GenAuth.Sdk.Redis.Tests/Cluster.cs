using System.Security.Cryptography;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>Two nodes of the sample over one Redis, in front of one GenAuth.</summary>
internal sealed class Cluster : IAsyncDisposable
{
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
