namespace GenAuth.Sdk.Testing;

/// <summary>Where the emulator's SMSes arrive. Thread-safe.</summary>
public sealed class SmsInbox
{
    private readonly object _gate = new();
    private readonly List<SmsMessage> _messages = [];
    private readonly List<SmsMessage> _unclaimed = [];
    private readonly List<Waiter> _waiters = [];
    private bool _closed;

    internal SmsInbox()
    {
    }

    /// <summary>Everything that was accepted since the last <see cref="Clear"/>, oldest first, claimed or not: a copy of this moment.</summary>
    public IReadOnlyList<SmsMessage> Messages
    {
        get
        {
            lock (_gate)
                return [.. _messages];
        }
    }

    /// <summary>
    /// Hands out the oldest SMS to a number that was not handed out yet, waiting for one if there is none. Two sends and two
    /// waits give two messages, and of several waiters the first gets the first.
    /// </summary>
    /// <param name="phoneNumber">The number without country code, as it was sent.</param>
    /// <param name="cancellationToken">Stops waiting; nothing is taken then. Without it a wait for an SMS that never comes never ends.</param>
    /// <returns>The message.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The emulator was disposed.</exception>
    public async Task<SmsMessage> WaitForAsync(string phoneNumber, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phoneNumber);
        cancellationToken.ThrowIfCancellationRequested();

        Waiter waiter;
        lock (_gate)
        {
            int index = _unclaimed.FindIndex(message => message.PhoneNumber == phoneNumber);
            if (index >= 0)
            {
                SmsMessage message = _unclaimed[index];
                _unclaimed.RemoveAt(index);
                return message;
            }

            ObjectDisposedException.ThrowIf(_closed, typeof(GenAuthEmulator));
            waiter = new Waiter(phoneNumber);
            _waiters.Add(waiter);
        }

        CancellationTokenRegistration registration = cancellationToken.Register(() => Abandon(waiter, cancellationToken));
        await using (registration.ConfigureAwait(false))
            return await waiter.Message.Task.ConfigureAwait(false);
    }

    /// <summary>Forgets all messages. Codes stay good and windows stay closed: this empties the inbox, not the service.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _messages.Clear();
            _unclaimed.Clear();
        }
    }

    internal void Deliver(SmsMessage message)
    {
        lock (_gate)
        {
            _messages.Add(message);
            int index = _waiters.FindIndex(waiter => waiter.PhoneNumber == message.PhoneNumber);
            if (index < 0)
            {
                _unclaimed.Add(message);
                return;
            }

            _waiters[index].Message.SetResult(message);
            _waiters.RemoveAt(index);
        }
    }

    /// <summary>Ends every wait: nothing will arrive any more.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (Waiter waiter in _waiters)
                waiter.Message.SetException(new ObjectDisposedException(nameof(GenAuthEmulator)));
            _waiters.Clear();
        }
    }

    // Who is no longer in the list has a message on its way; taking it back would lose it.
    private void Abandon(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_waiters.Remove(waiter))
                waiter.Message.SetCanceled(cancellationToken);
        }
    }

    private sealed class Waiter(string phoneNumber)
    {
        public string PhoneNumber { get; } = phoneNumber;

        // Continuations run elsewhere: they must not run under the lock.
        public TaskCompletionSource<SmsMessage> Message { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
