using GenAuth.Sdk.Testing.Internal;

namespace GenAuth.Sdk.Testing;

/// <summary>Where the emulator's SMSes arrive. Thread-safe.</summary>
public sealed class SmsInbox
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly Queue<InboxEntry> _entries = new();
    private readonly List<InboxWaiter> _waiters = [];
    private readonly int _capacity;
    private readonly InboxLog _log;
    private bool _isClosed;

    internal SmsInbox(int capacity, InboxLog log)
    {
        _capacity = capacity;
        _log = log;
    }

    /// <summary>
    /// What was accepted since the last <see cref="Clear"/>, oldest first, handed out or not: a copy of this moment. At most
    /// <see cref="GenAuthEmulatorOptions.InboxCapacity"/> messages.
    /// </summary>
    public IReadOnlyList<SmsMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _entries.Select(entry => entry.Message)];
        }
    }

    /// <summary>
    /// Hands out the oldest SMS to a number that was not handed out yet, waiting for one if there is none. Two sends and two
    /// waits give two messages, and of several waiters the first gets the first.
    /// </summary>
    /// <param name="phoneNumber">The number in any spelling. With a country code it finds messages to that country only.</param>
    /// <param name="timeout">
    /// How long to wait, on the real clock whatever the emulator's is. Null takes 10 s; zero does not wait;
    /// <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.
    /// </param>
    /// <param name="cancellationToken">Stops waiting; nothing is taken then.</param>
    /// <returns>The message.</returns>
    /// <exception cref="ArgumentException"><paramref name="phoneNumber"/> cannot be a phone number, or <paramref name="timeout"/> is negative.</exception>
    /// <exception cref="TimeoutException">No SMS came in time. The message says what else the inbox holds, without numbers.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed.</exception>
    public async Task<SmsMessage> WaitForAsync(string phoneNumber, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        WrittenNumber number = WrittenNumber.Parse(phoneNumber, nameof(phoneNumber));
        TimeSpan patience = timeout ?? DefaultTimeout;
        if (patience < TimeSpan.Zero && patience != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(timeout), "A timeout must not be negative.");

        return await WaitAsync(number, TakeOldest, patience, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets all messages. Codes stay good and windows stay closed: this empties the inbox and its page, not the service.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _log.Clear();
        }
    }

    /// <summary>The latest messages, oldest first.</summary>
    internal IReadOnlyList<SmsMessage> GetNewest(int most)
    {
        lock (_gate)
            return [.. _entries.Skip(_entries.Count - most).Select(entry => entry.Message)];
    }

    /// <summary>
    /// Hands out the newest SMS to a number that was not handed out yet, waiting for one if there is none. The older ones for
    /// the same channel, whose codes it voided, count as handed out then.
    /// </summary>
    internal Task<SmsMessage> WaitForNewestAsync(WrittenNumber number, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(number, TakeNewest, timeout, cancellationToken);

    internal void Deliver(SmsMessage message)
    {
        var entry = new InboxEntry(message);
        lock (_gate)
        {
            if (_entries.Count == _capacity)
                _entries.Dequeue();
            _entries.Enqueue(entry);
            _log.Add(new InboxEvent.Arrived(message));

            int index = _waiters.FindIndex(waiter => waiter.Number.IsOf(message));
            if (index < 0)
                return;

            entry.IsHandedOut = true;
            _waiters[index].Message.SetResult(message);
            _waiters.RemoveAt(index);
        }
    }

    /// <summary>Ends every wait: nothing will arrive any more.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (InboxWaiter waiter in _waiters)
                waiter.Message.SetException(new ObjectDisposedException(nameof(GenAuthEmulator)));
            _waiters.Clear();
        }
    }

    private async Task<SmsMessage> WaitAsync(WrittenNumber number, Func<WrittenNumber, SmsMessage?> take, TimeSpan patience, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        InboxWaiter waiter;
        lock (_gate)
        {
            if (take(number) is { } message)
                return message;

            ObjectDisposedException.ThrowIf(_isClosed, typeof(GenAuthEmulator));
            waiter = new InboxWaiter(number);
            _waiters.Add(waiter);
        }

        try
        {
            return await waiter.Message.Task.WaitAsync(patience, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            if (!TryAbandon(waiter))
                return await waiter.Message.Task.ConfigureAwait(false);
            if (exception is TimeoutException)
                throw new TimeoutException(DescribeFor(number, patience));
            throw;
        }
    }

    private SmsMessage? TakeOldest(WrittenNumber number)
    {
        InboxEntry? oldest = _entries.FirstOrDefault(entry => !entry.IsHandedOut && number.IsOf(entry.Message));
        oldest?.IsHandedOut = true;
        return oldest?.Message;
    }

    private SmsMessage? TakeNewest(WrittenNumber number)
    {
        SmsMessage? newest = _entries.LastOrDefault(entry => !entry.IsHandedOut && number.IsOf(entry.Message))?.Message;
        foreach (InboxEntry entry in _entries.Where(entry => newest is not null && entry.Message.Issued!.Recipient == newest.Issued!.Recipient))
            entry.IsHandedOut = true;
        return newest;
    }

    // A waiter that is no longer in the list has its message already, and would lose it if it were cancelled.
    private bool TryAbandon(InboxWaiter waiter)
    {
        lock (_gate)
            return _waiters.Remove(waiter);
    }

    private string DescribeFor(WrittenNumber number, TimeSpan patience)
    {
        lock (_gate)
            return InboxSummary.Describe(number, patience, _entries);
    }
}
