namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Wakes those who wait for something to change. Costs next to nothing while nobody waits. Thread-safe.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource? _next;

    /// <summary>Completes at the next change. Whoever takes it before looking at what may have changed misses nothing.</summary>
    public Task Next
    {
        get
        {
            // Continuations run elsewhere, because changes are announced under locks.
            TaskCompletionSource next = LazyInitializer.EnsureInitialized(ref _next, static () => new(TaskCreationOptions.RunContinuationsAsynchronously));
            return next.Task;
        }
    }

    public void Announce() => Interlocked.Exchange(ref _next, null)?.TrySetResult();
}
