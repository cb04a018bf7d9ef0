using System.Threading.Channels;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.Tests.Shared;

/// <summary>A clock that stands still and tells when a delay on it has begun, because only then may a test advance it past the delay.</summary>
internal sealed class DelayClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _begun = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>Waits until the next delay of this length has begun, for a minute at most; passes over those of other lengths.</summary>
    public Task WaitForDelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        ReadUntilAsync(delay, cancellationToken).WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _begun.Writer.TryWrite(dueTime);
        return timer;
    }

    private async Task ReadUntilAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        TimeSpan begun;
        do
            begun = await _begun.Reader.ReadAsync(cancellationToken);
        while (begun != delay);
    }
}
