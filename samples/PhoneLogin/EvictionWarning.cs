using StackExchange.Redis;

namespace PhoneLogin;

/// <summary>Warns at the start of a Redis that throws away keys when it is full, because a limit that is thrown away begins anew.</summary>
internal sealed partial class EvictionWarning(IConnectionMultiplexer redis, ILogger<EvictionWarning> logger) : BackgroundService
{
    // A script may ask what the connection of an application may not.
    private const string Question = "return redis.call('INFO', 'memory')";
    private const string Policy = "maxmemory_policy:";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            string memory = (string?)await redis.GetDatabase().ScriptEvaluateAsync(Question) ?? string.Empty;
            string? policy = memory.Split('\n').FirstOrDefault(line => line.StartsWith(Policy, StringComparison.Ordinal))?[Policy.Length..].Trim();
            if (policy is not (null or "noeviction"))
                LogEviction(logger, policy);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            LogUnknown(logger);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis may throw away limits before they end: its maxmemory-policy is {Policy}, set it to noeviction.")]
    private static partial void LogEviction(ILogger logger, string policy);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer, so its maxmemory-policy is not known.")]
    private static partial void LogUnknown(ILogger logger);
}
