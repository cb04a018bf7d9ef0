using System.Net.Sockets;
using System.Text;

using StackExchange.Redis;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>Every command that a Redis server was sent, as the server itself reports it.</summary>
internal sealed class RedisMonitor : IAsyncDisposable
{
    private readonly RedisServer _server;
    private readonly TcpClient _client = new();
    private readonly StringBuilder _commands = new();

    private RedisMonitor(RedisServer server) => _server = server;

    public static async Task<RedisMonitor> StartAsync(RedisServer server)
    {
        var monitor = new RedisMonitor(server);
        await monitor._client.ConnectAsync("127.0.0.1", server.Port);
        await monitor._client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"AUTH {RedisServer.Password}\r\nMONITOR\r\n"));
        await monitor.ReadUntilAsync("+OK\r\n+OK\r\n");
        return monitor;
    }

    /// <summary>All commands until now.</summary>
    public async Task<string> ReadAsync()
    {
        string mark = Guid.NewGuid().ToString("N");
        await using ConnectionMultiplexer redis = await _server.ConnectAsync();
        await redis.GetDatabase().PingAsync();
        await redis.GetDatabase().KeyExistsAsync(mark);
        await ReadUntilAsync(mark);
        return _commands.ToString();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadUntilAsync(string mark)
    {
        byte[] buffer = new byte[64 * 1024];
        while (!_commands.ToString().Contains(mark, StringComparison.Ordinal))
        {
            int read = await _client.GetStream().ReadAsync(buffer);
            Assert.NotEqual(0, read);
            _commands.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
    }
}
