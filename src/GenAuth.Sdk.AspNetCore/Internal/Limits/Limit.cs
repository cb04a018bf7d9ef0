using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Limits;

/// <summary>One limit: counted in memory, or by a limiter of the application's, with the memory in reserve where that is wanted.</summary>
internal sealed class Limit : IDisposable
{
    // As RedisRateLimiting names it, in seconds.
    private const string RetryAfterSeconds = "RATELIMIT_RETRYAFTER";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly TimeSpan _window;
    private readonly FixedWindowLimiter? _memory;
    private readonly PartitionedRateLimiter<string>? _replacement;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <param name="name">Its name in keys, events and metrics.</param>
    /// <param name="options">How many, and within which time.</param>
    /// <param name="countsInReserve">Whether memory takes over while the replacement fails.</param>
    /// <param name="clock">The clock of windows and of the patience with a replacement.</param>
    /// <param name="logger">Where failures of the replacement go.</param>
    public Limit(string name, PhoneSignInLimit options, bool countsInReserve, TimeProvider clock, ILogger logger)
    {
        Name = name;
        _window = options.Window;
        _replacement = options.Limiter;
        _memory = _replacement is null || countsInReserve ? new FixedWindowLimiter(options.PermitLimit, options.Window, clock) : null;
        _clock = clock;
        _logger = logger;
    }

    public string Name { get; }

    /// <summary>How many keys the memory counts now.</summary>
    public int PartitionCount => _memory?.Count ?? 0;

    /// <summary>Takes one permit; null when there was one.</summary>
    public async ValueTask<LimitRefusal?> AskAsync(string key)
    {
        // The reserve counts all the time, because an empty one would forgive what was used up before the failure.
        using RateLimitLease? reserve = _memory?.AttemptAcquire(key);
        if (_replacement is null)
            return Judge(reserve!);

        using RateLimitLease? lease = await AskReplacementAsync(_replacement, key).ConfigureAwait(false);
        return (lease ?? reserve) is { } decision ? Judge(decision) : new LimitRefusal(Name, RetryAfter: null);
    }

    public void Dispose() => _memory?.Dispose();

    [SuppressMessage("Design", "CA1031", Justification = "A limiter of somebody else's may throw anything.")]
    private async Task<RateLimitLease?> AskReplacementAsync(PartitionedRateLimiter<string> replacement, string key)
    {
        try
        {
            return await replacement.AcquireAsync(key).AsTask().WaitAsync(Patience, _clock).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Not the exception itself: it may quote a connection string.
            _logger.LimiterFailed(Name, exception.GetType().Name);
            return null;
        }
    }

    private LimitRefusal? Judge(RateLimitLease lease) => lease.IsAcquired ? null : new LimitRefusal(Name, GetRetryAfter(lease));

    private TimeSpan GetRetryAfter(RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter))
            return retryAfter;
        return lease.TryGetMetadata(RetryAfterSeconds, out object? seconds) && seconds is int count ? TimeSpan.FromSeconds(count) : _window;
    }
}
