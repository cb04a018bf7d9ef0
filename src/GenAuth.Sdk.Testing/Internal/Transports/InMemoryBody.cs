namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>A response's body as a handler over sockets would hand it out: it breaks where the connection would.</summary>
internal sealed class InMemoryBody : ReadOnlyStream
{
    private readonly ResponseBodyStream _body;

    public InMemoryBody(ResponseBodyStream body) => _body = body;

    public override int Read(Span<byte> buffer) => ThrowIfTruncated(_body.Read(buffer), buffer.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return ThrowIfTruncated(await _body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The emulator was disposed before it had responded.", exception);
        }
    }

    private int ThrowIfTruncated(int read, int wanted) =>
        read == 0 && wanted > 0 && _body.IsTruncated
            ? throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely, because a fault of the emulator cut it short.")
            : read;
}
