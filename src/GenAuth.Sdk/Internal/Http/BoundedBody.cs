using System.Net.Http.Headers;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>A response body, read up to a limit, so that no server decides how much memory a client spends.</summary>
internal readonly struct BoundedBody : IDisposable
{
    /// <summary>The most that is read, both before and after decompression. An answer of the service is some hundred bytes.</summary>
    public const int Limit = 1024 * 1024;

    private const string TooLarge = "the body is larger than 1 MiB";

    private readonly byte[]? _buffer;
    private readonly int _length;

    private BoundedBody(ResponseBuffer buffer, string? incompleteReason = null)
    {
        _buffer = buffer.Bytes;
        _length = incompleteReason is null ? buffer.Length : Math.Min(buffer.Length, Limit);
        IncompleteReason = incompleteReason;
    }

    /// <summary>Why this is not the whole body; null when it is.</summary>
    public string? IncompleteReason { get; }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <param name="buffer">What was read: all, or more than the limit. Belongs to the body from now on.</param>
    /// <param name="headers">The headers of the content.</param>
    public static BoundedBody Create(ResponseBuffer buffer, HttpContentHeaders headers)
    {
        if (buffer.Length > Limit)
            return new BoundedBody(buffer, TooLarge);

        return headers.TryGetValues("Content-Encoding", out IEnumerable<string>? encodings) ? Decode(buffer, string.Join(",", encodings)) : new BoundedBody(buffer);
    }

    public void Dispose()
    {
        if (_buffer is not null)
            ResponseBuffer.Return(_buffer, IncompleteReason is null ? _length : _buffer.Length);
    }

    // The request has no Accept-Encoding, because AutomaticDecompression costs 750 B a call and answers have some 150 bytes. Some gateways compress anyway.
    private static BoundedBody Decode(ResponseBuffer encoded, string encoding)
    {
        if (!ContentDecoder.Knows(encoding))
            return new BoundedBody(encoded);

        var decoded = new ResponseBuffer();
        bool isValid = ContentDecoder.TryDecode(encoding, encoded, ref decoded);
        encoded.Return();
        return new BoundedBody(decoded, !isValid ? "the body cannot be decompressed" : decoded.Length > Limit ? TooLarge : null);
    }
}
