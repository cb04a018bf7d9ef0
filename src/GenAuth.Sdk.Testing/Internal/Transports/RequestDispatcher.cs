using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>Hands requests to the service, and holds responses back as long as they ask for.</summary>
internal sealed class RequestDispatcher : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly EmulatedService _service;
    private readonly FaultInjector _faults;
    private readonly TimeProvider _clock;

    public RequestDispatcher(EmulatedService service, FaultInjector faults, TimeProvider clock)
    {
        _service = service;
        _faults = faults;
        _clock = clock;
        Closing = _closing.Token;
    }

    /// <summary>Cancelled when the emulator is disposed: a response held back on a clock that stands still must not hold that up.</summary>
    public CancellationToken Closing { get; }

    /// <summary>Says how a connection ends that comes no further than this; null when it goes on.</summary>
    public async ValueTask<ConnectionTermination?> FindTerminationAsync(ConnectionStage stage, CancellationToken cancellationToken)
    {
        if (_faults.TakeAt(stage) is not { } fault)
            return null;

        await WaitAsync(fault.Delay, cancellationToken).ConfigureAwait(false);
        return fault.Termination;
    }

    public async Task<WireResponse> DispatchAsync(ReceivedRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Closing.IsCancellationRequested, typeof(GenAuthEmulator));

        WireResponse response = _service.Handle(request);
        await WaitAsync(response.Delay, cancellationToken).ConfigureAwait(false);
        return response;
    }

    /// <summary>The body of a response, on the emulator's clock.</summary>
    public ResponseBodyStream OpenBody(WireResponse response) => new(response, _clock, Closing);

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
