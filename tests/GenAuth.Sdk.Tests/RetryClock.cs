using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.Tests;

/// <summary>A clock that stands still until a retry is delayed: then it records the delay and skips it. Timeouts only pass by <c>Advance</c>.</summary>
internal sealed class RetryClock : FakeTimeProvider
{
    private readonly object _lock = new();
    private readonly object _advancing = new();
    private readonly List<TimeSpan> _delays = [];

    /// <summary>Completes when a delay has started. Set it to keep delays from being skipped, so that a test can act during one.</summary>
    public TaskCompletionSource? DelayStarted { get; set; }

    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_lock)
                return [.. _delays];
        }
    }

    /// <summary>One thread at a time, because the base class forgets a timer that comes due while another thread leaves it.</summary>
    public new void Advance(TimeSpan delta)
    {
        lock (_advancing)
            base.Advance(delta);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);

        // A CancellationTokenSource is the state of a timeout's timer, and never that of a delay's.
        if (dueTime > TimeSpan.Zero && state is not CancellationTokenSource)
        {
            lock (_lock)
                _delays.Add(dueTime);

            if (DelayStarted is { } started)
                started.TrySetResult();
            else
                ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
