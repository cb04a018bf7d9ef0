namespace GenAuth.Sdk.Testing.Internal;

/// <summary>
/// What happened at the inbox lately, in order, for those who watch it. It keeps a fixed number of events for all of them
/// together, so that a slow reader costs nothing: whoever falls behind starts anew. Thread-safe.
/// </summary>
internal sealed class InboxLog
{
    private const int Capacity = 1_000;
    private const int MaxFailures = 200;

    private readonly object _gate = new();
    private readonly InboxEvent[] _events = new InboxEvent[Capacity];
    private readonly Queue<FailedRequest> _failures = new();
    private readonly ChangeSignal _changes;
    private long _start;
    private long _end;
    private long _lastId;

    public InboxLog(ChangeSignal changes) => _changes = changes;

    /// <summary>The position behind the last event.</summary>
    public long End
    {
        get
        {
            lock (_gate)
                return _end;
        }
    }

    /// <summary>The latest requests that failed, oldest first.</summary>
    public IReadOnlyList<FailedRequest> Failures
    {
        get
        {
            lock (_gate)
                return [.. _failures];
        }
    }

    /// <summary>An id for a code or a failed request. Later ones are greater.</summary>
    public long TakeId() => Interlocked.Increment(ref _lastId);

    public void Add(InboxEvent happened)
    {
        lock (_gate)
        {
            _events[_end++ % Capacity] = happened;
            _start = Math.Max(_start, _end - Capacity);
            if (happened is InboxEvent.Failed failed)
                Keep(failed.Request);
        }

        _changes.Announce();
    }

    /// <summary>The events from a position on, no more than <paramref name="most"/>; null when some of them are gone.</summary>
    public IReadOnlyList<InboxEvent>? Read(long position, int most)
    {
        lock (_gate)
        {
            if (position < _start || position > _end)
                return null;

            var events = new InboxEvent[Math.Min(_end - position, most)];
            for (int i = 0; i < events.Length; i++)
                events[i] = _events[(position + i) % Capacity];
            return events;
        }
    }

    /// <summary>Forgets everything: all who watch start anew.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Array.Clear(_events);
            _failures.Clear();
            _start = ++_end;
        }

        _changes.Announce();
    }

    private void Keep(FailedRequest request)
    {
        if (_failures.Count == MaxFailures)
            _failures.Dequeue();
        _failures.Enqueue(request);
    }
}
