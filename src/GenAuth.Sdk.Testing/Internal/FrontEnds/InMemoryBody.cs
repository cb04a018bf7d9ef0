namespace GenAuth.Sdk.Testing.Internal.FrontEnds;

/// <summary>A reply's body as a handler over sockets would hand it out: it breaks where the connection would.</summary>
internal sealed class InMemoryBody : ReadOnlyStream
{
    private readonly ReplyStream _reply;

    public InMemoryBody(ReplyStream reply) => _reply = reply;

    public override int Read(Span<byte> buffer) => Checked(_reply.Read(buffer), buffer.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Checked(await _reply.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, "The emulator was disposed before it had answered.", exception);
        }
    }

    private int Checked(int read, int wanted) =>
        read == 0 && wanted > 0 && _reply.IsTruncated
            ? throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely, as a fault of the emulator has it.")
            : read;
}
