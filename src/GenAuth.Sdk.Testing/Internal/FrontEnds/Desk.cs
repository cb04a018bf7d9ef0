using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.FrontEnds;

/// <summary>Takes requests to the service and holds replies back as long as they ask for.</summary>
internal sealed class Desk : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly EmulatedService _service;
    private readonly Faults _faults;
    private readonly TimeProvider _clock;

    public Desk(EmulatedService service, Faults faults, TimeProvider clock)
    {
        _service = service;
        _faults = faults;
        _clock = clock;
        Closing = _closing.Token;
    }

    /// <summary>Cancelled when the emulator is disposed: a reply held back on a clock that stands still must not hold that up.</summary>
    public CancellationToken Closing { get; }

    /// <summary>Says how a connection ends that comes no further than this; null when it goes on.</summary>
    public async ValueTask<Hangup?> HangupAsync(ConnectionStage stage, CancellationToken cancellationToken)
    {
        if (_faults.TakeAt(stage) is not { } fault)
            return null;

        await WaitAsync(fault.Delay, cancellationToken).ConfigureAwait(false);
        return fault.Hangup;
    }

    public async Task<Reply> ServeAsync(ReceivedRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Closing.IsCancellationRequested, typeof(GenAuthEmulator));

        Reply reply = _service.Decide(request);
        await WaitAsync(reply.Delay, cancellationToken).ConfigureAwait(false);
        return reply;
    }

    /// <summary>The body of a reply, on the emulator's clock.</summary>
    public ReplyStream Open(Reply reply) => new(reply, _clock, Closing);

    public void Dispose()
    {
        if (!Closing.IsCancellationRequested)
            _closing.Cancel();
        _closing.Dispose();
    }

    private async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay == TimeSpan.Zero)
            return;

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Closing);
        await Task.Delay(delay, _clock, either.Token).ConfigureAwait(false);
    }
}
