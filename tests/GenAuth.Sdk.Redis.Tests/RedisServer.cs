using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

using GenAuth.Sdk.Tests.Shared;

using StackExchange.Redis;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>A Redis server on a free port, which keeps nothing on disk.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    public const string Password = "a-password-that-no-log-may-show";

    private readonly string _policy;
    private Process? _process;

    public RedisServer(string policy = "noeviction") => _policy = policy;

    public int Port { get; } = FindFreePort();

    public string ConnectionString => $"127.0.0.1:{Port},password={Password}";

    public async Task StartAsync()
    {
        string[] arguments =
            ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--requirepass", Password, "--maxmemory-policy", _policy];
        var start = new ProcessStartInfo("redis-server", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await using ConnectionMultiplexer connection = await Eventually.ReturnsAsync(ConnectAsync);
    }

    /// <summary>Ends it as a crash would.</summary>
    public async Task StopAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>A connection of the test's own.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync(ConnectionString + ",allowAdmin=true");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await StopAsync();
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
