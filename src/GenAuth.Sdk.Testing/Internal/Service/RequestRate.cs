namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The limit of requests in any one second. What it refuses does not count.</summary>
internal sealed class RequestRate
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Queue<long> _served = new();
    private readonly int? _limit;
    private readonly TimeProvider _clock;

    public RequestRate(int? limit, TimeProvider clock)
    {
        _limit = limit;
        _clock = clock;
    }

    public bool TryTake()
    {
        if (_limit is not { } limit)
            return true;

        while (_served.TryPeek(out long oldest) && _clock.GetElapsedTime(oldest) >= Second)
            _served.Dequeue();

        if (_served.Count >= limit)
            return false;

        _served.Enqueue(_clock.GetTimestamp());
        return true;
    }
}
