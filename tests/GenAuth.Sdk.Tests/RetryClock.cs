using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.Tests;

/// <summary>A clock that stands still until something waits for a retry: then it records the wait and skips it. Timeouts only pass by <c>Advance</c>.</summary>
internal sealed class RetryClock : FakeTimeProvider
{
    private readonly object _lock = new();
    private readonly List<TimeSpan> _delays = [];

    /// <summary>Set to keep waits waiting, so that a test can act during one.</summary>
    public TaskCompletionSource? HeldDelay { get; set; }

    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_lock)
                return [.. _delays];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);

        // A deadline's timer is there to cancel something; a wait's is not.
        if (dueTime > TimeSpan.Zero && state is not CancellationTokenSource)
        {
            lock (_lock)
                _delays.Add(dueTime);

            if (HeldDelay is { } held)
                held.TrySetResult();
            else
                ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
