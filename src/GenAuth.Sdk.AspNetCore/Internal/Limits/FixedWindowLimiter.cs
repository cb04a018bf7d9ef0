using System.Runtime.InteropServices;
using System.Threading.RateLimiting;

namespace GenAuth.Sdk.AspNetCore.Internal.Limits;

/// <summary>Counts per key in a window that begins with the key's first request, on a clock that tests can own. A key is forgotten when its window ends. Thread-safe.</summary>
/// <remarks>The limiters of the platform have a clock of their own and a timer per kind; one dictionary and one queue need neither, because all windows are of one length and so end in the order they began.</remarks>
internal sealed class FixedWindowLimiter : PartitionedRateLimiter<string>
{
    private const int CleanupsPerWindow = 60;

    private readonly object _gate = new();
    private readonly Dictionary<string, Window> _windows = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long End)> _ends = new();
    private readonly int _permitLimit;
    private readonly TimeSpan _window;
    private readonly TimeProvider _clock;
    private readonly ITimer _cleanup;

    public FixedWindowLimiter(int permitLimit, TimeSpan window, TimeProvider clock)
    {
        _permitLimit = permitLimit;
        _window = window;
        _clock = clock;
        _cleanup = clock.CreateTimer(static limiter => ((FixedWindowLimiter)limiter!).Clean(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many keys are counted now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _windows.Count;
        }
    }

    public override RateLimiterStatistics? GetStatistics(string resource) => null;

    protected override RateLimitLease AttemptAcquireCore(string resource, int permitCount)
    {
        lock (_gate)
        {
            long now = _clock.GetTimestamp();
            RemoveEnded(now);
            if (_windows.Count == 0)
                _cleanup.Change(_window, Timeout.InfiniteTimeSpan);

            ref Window window = ref CollectionsMarshal.GetValueRefOrAddDefault(_windows, resource, out bool exists);
            if (!exists)
            {
                window.End = now + (long)(_window.TotalSeconds * _clock.TimestampFrequency);
                _ends.Enqueue((resource, window.End));
            }

            if (window.Taken + permitCount > _permitLimit)
                return FixedWindowLease.Refuse(_clock.GetElapsedTime(now, window.End));

            window.Taken += permitCount;
            return FixedWindowLease.Acquired;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(string resource, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(resource, permitCount));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _cleanup.Dispose();
        base.Dispose(disposing);
    }

    // Without it the keys of a flood would stay until the next request came.
    private void Clean()
    {
        lock (_gate)
        {
            RemoveEnded(_clock.GetTimestamp());
            if (_windows.Count > 0)
                _cleanup.Change(_window / CleanupsPerWindow, Timeout.InfiniteTimeSpan);
        }
    }

    private void RemoveEnded(long now)
    {
        int removed = 0;
        while (_ends.TryPeek(out (string Key, long End) oldest) && oldest.End <= now)
        {
            _ends.Dequeue();
            _windows.Remove(oldest.Key);
            removed++;
        }

        // What most of the keys left behind would be held for good.
        if (removed > _windows.Count)
        {
            _windows.TrimExcess();
            _ends.TrimExcess();
        }
    }

    private struct Window
    {
        public long End;
        public int Taken;
    }
}
