namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Entries that all live equally long and are removed when they end, whether or not anybody asks for them.</summary>
/// <remarks>Its methods are called under the gate that it is given; the timer takes that gate by itself.</remarks>
internal sealed class ExpiringMap<TKey, TValue> : IDisposable
    where TKey : notnull
{
    // Under load an entry ends every moment; to clean up more often than this would cost more than it frees.
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    private readonly Dictionary<TKey, Entry> _entries = [];
    private readonly Queue<(TKey Key, Entry Entry)> _oldestFirst = new();
    private readonly object _gate;
    private readonly TimeSpan _lifetime;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;

    public ExpiringMap(object gate, TimeSpan lifetime, TimeProvider clock)
    {
        _gate = gate;
        _lifetime = lifetime;
        _clock = clock;
        _timer = clock.CreateTimer(_ => RemoveExpired(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Set(TKey key, TValue value)
    {
        var entry = new Entry(value, _clock.GetTimestamp());
        _entries[key] = entry;
        _oldestFirst.Enqueue((key, entry));
        if (_oldestFirst.Count == 1)
            ScheduleRemoval();
    }

    /// <summary>Finds what has not ended yet.</summary>
    public bool TryGet(TKey key, out TValue value)
    {
        bool found = _entries.TryGetValue(key, out Entry? entry) && !IsExpired(entry);
        value = found ? entry!.Value : default!;
        return found;
    }

    public void Remove(TKey key) => _entries.Remove(key);

    public void Clear()
    {
        _entries.Clear();
        _oldestFirst.Clear();
    }

    public void Dispose() => _timer.Dispose();

    private void RemoveExpired()
    {
        lock (_gate)
        {
            int before = _oldestFirst.Count;
            while (_oldestFirst.TryPeek(out (TKey Key, Entry Entry) oldest) && IsExpired(oldest.Entry))
            {
                _oldestFirst.Dequeue();
                if (_entries.TryGetValue(oldest.Key, out Entry? current) && current == oldest.Entry)
                    _entries.Remove(oldest.Key);
            }

            // An emptied collection keeps the room that it once needed.
            if (_oldestFirst.Count < before / 2)
            {
                _oldestFirst.TrimExcess();
                _entries.TrimExcess();
            }

            if (_oldestFirst.Count > 0)
                ScheduleRemoval();
        }
    }

    private void ScheduleRemoval()
    {
        TimeSpan remaining = _lifetime - _clock.GetElapsedTime(_oldestFirst.Peek().Entry.At);
        TimeSpan interval = remaining > LongestInterval ? LongestInterval : remaining < ShortestInterval ? ShortestInterval : remaining;
        _timer.Change(interval, Timeout.InfiniteTimeSpan);
    }

    private bool IsExpired(Entry entry) => _clock.GetElapsedTime(entry.At) >= _lifetime;

    private sealed class Entry(TValue value, long at)
    {
        public TValue Value { get; } = value;

        public long At { get; } = at;
    }
}
