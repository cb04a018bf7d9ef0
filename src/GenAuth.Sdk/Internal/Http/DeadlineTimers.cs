namespace GenAuth.Sdk.Internal.Http;

/// <summary>Timers on the clock of a client. One is kept to be used again, because most attempts end long before their time is up.</summary>
internal sealed class DeadlineTimers
{
    private readonly TimeProvider _clock;
    private CancellationTokenSource? _spare;

    public DeadlineTimers(TimeProvider clock) => _clock = clock;

    public CancellationTokenSource Start(TimeSpan timeout)
    {
        if (Interlocked.Exchange(ref _spare, null) is not { } timer)
            return Create(timeout);

        timer.CancelAfter(timeout);
        return timer;
    }

    public void Return(CancellationTokenSource timer)
    {
        if (!TryReset(timer) || Interlocked.CompareExchange(ref _spare, timer, null) is not null)
            timer.Dispose();
    }

#if NET
    private static bool TryReset(CancellationTokenSource timer) => timer.TryReset();

    private CancellationTokenSource Create(TimeSpan timeout) => new(timeout, _clock);
#else
    private static bool TryReset(CancellationTokenSource timer) => false;

    private CancellationTokenSource Create(TimeSpan timeout) => _clock.CreateCancellationTokenSource(timeout);
#endif
}
