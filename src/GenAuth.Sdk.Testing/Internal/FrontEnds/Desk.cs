using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.FrontEnds;

/// <summary>Takes requests to the service and holds replies back as long as they ask for.</summary>
internal sealed class Desk : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly EmulatedService _service;
    private readonly TimeProvider _clock;

    public Desk(EmulatedService service, TimeProvider clock)
    {
        _service = service;
        _clock = clock;
        Closing = _closing.Token;
    }

    /// <summary>Cancelled when the emulator is disposed: a reply held back on a clock that stands still must not hold that up.</summary>
    public CancellationToken Closing { get; }

    public async Task<Reply> ServeAsync(ReceivedRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Closing.IsCancellationRequested, typeof(GenAuthEmulator));

        Reply reply = _service.Decide(request);
        if (reply.Delay > TimeSpan.Zero)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Closing);
            await Task.Delay(reply.Delay, _clock, either.Token).ConfigureAwait(false);
        }

        return reply;
    }

    public void Dispose()
    {
        if (!Closing.IsCancellationRequested)
            _closing.Cancel();
        _closing.Dispose();
    }
}
