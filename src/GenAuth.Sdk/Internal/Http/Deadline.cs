namespace GenAuth.Sdk.Internal.Http;

/// <summary>Ends an attempt: its token is cancelled when the time is up, or when the caller's token is.</summary>
internal readonly struct Deadline : IDisposable
{
    private readonly DeadlineTimers _timers;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenRegistration _cancellation;

    /// <param name="timers">Where the timer comes from.</param>
    /// <param name="timeout">How long until the time is up.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public Deadline(DeadlineTimers timers, TimeSpan timeout, CancellationToken cancellationToken)
    {
        _timers = timers;
        _timer = timers.Start(timeout);
        _cancellation = cancellationToken.Register(static timer => ((CancellationTokenSource)timer!).Cancel(), _timer);
    }

    public CancellationToken Token => _timer.Token;

    public void Dispose()
    {
        // First the registration, because a timer that is used again must not be cancelled by this caller.
        _cancellation.Dispose();
        _timers.Return(_timer);
    }
}
