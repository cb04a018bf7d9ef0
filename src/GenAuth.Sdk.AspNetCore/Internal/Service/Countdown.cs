using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Service;

/// <summary>Remembers for a minute when a number got its last code, so that a user sees how much of it is left, after a restart and on another node too. It decides nothing: without the cache the whole minute is shown.</summary>
internal sealed class Countdown
{
    /// <summary>How long the service makes a number wait.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly DistributedCacheEntryOptions Entry = new() { AbsoluteExpirationRelativeToNow = Whole };

    private readonly IDistributedCache _cache;
    private readonly PartitionKeys _keys;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    public Countdown(IDistributedCache cache, PartitionKeys keys, TimeProvider clock, ILogger logger)
    {
        _cache = cache;
        _keys = keys;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>The minute of the number begins now.</summary>
    public async Task StartAsync(RequestedNumber number)
    {
        byte[] moment = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(moment, _clock.GetUtcNow().ToUnixTimeMilliseconds());
        await TryAsync(async () =>
        {
            await _cache.SetAsync(GetKey(number), moment, Entry).ConfigureAwait(false);
            return moment;
        }).ConfigureAwait(false);
    }

    /// <summary>What is left of the number's minute; null when nothing is known of it.</summary>
    public async Task<TimeSpan?> FindRestAsync(RequestedNumber number)
    {
        if (await TryAsync(() => _cache.GetAsync(GetKey(number))).ConfigureAwait(false) is not { Length: sizeof(long) } moment)
            return null;

        TimeSpan rest = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(moment)) + Whole - _clock.GetUtcNow();
        return rest > TimeSpan.Zero && rest <= Whole ? rest : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A cache may throw anything, and none of it may keep a code back.")]
    private async Task<byte[]?> TryAsync(Func<Task<byte[]?>> access)
    {
        try
        {
            return await access().WaitAsync(Patience, _clock).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _logger.CacheFailed(exception.GetType().Name);
            return null;
        }
    }

    private string GetKey(RequestedNumber number) => _keys.Create("sent", number.Identity);
}
