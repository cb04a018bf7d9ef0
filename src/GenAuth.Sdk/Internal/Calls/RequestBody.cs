using System.Net;

namespace GenAuth.Sdk.Internal.Calls;

/// <summary>
/// The body of one attempt. It sees the moment a handler begins to write it: before that moment nothing the service could act
/// on has left, whatever an exception says, on every platform and behind every handler.
/// </summary>
internal sealed class RequestBody : HttpContent
{
    private const int Untouched = 0;
    private const int Started = 1;
    private const int Closed = 2;

    private readonly byte[] _json;
    private int _state = Untouched;

    public RequestBody(byte[] json)
    {
        _json = json;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>Ends the attempt. Returns whether the body was begun; if it was not, it never will be.</summary>
    public bool Close() => Interlocked.CompareExchange(ref _state, Closed, Untouched) == Started;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (Interlocked.CompareExchange(ref _state, Started, Untouched) == Closed)
            throw new InvalidOperationException("The attempt this body belongs to is over, and its outcome was reported.");

        return stream.WriteAsync(_json, 0, _json.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
