using StackExchange.Redis;

namespace PhoneLogin;

/// <summary>Warns at the start of a Redis that throws away keys when it is full, because a limit that is thrown away begins anew.</summary>
internal sealed partial class EvictionWarning(IConnectionMultiplexer redis, ILogger<EvictionWarning> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (IServer server in redis.GetServers().Where(server => server.IsConnected))
        {
            string? policy = (await server.InfoAsync("memory")).SelectMany(section => section).FirstOrDefault(entry => entry.Key == "maxmemory_policy").Value;
            if (policy is not (null or "noeviction"))
                LogEviction(logger, policy);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis may throw away limits before they end: its maxmemory-policy is {Policy}, set it to noeviction.")]
    private static partial void LogEviction(ILogger logger, string policy);
}
