using System.IO.Compression;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>The body of a response as the wire carries it: padded, compressed, slow and cut short where the response says so.</summary>
internal sealed class ResponseBodyStream : ReadOnlyStream
{
    private readonly byte[] _start;
    private readonly long _end;
    private readonly TimeSpan _timePerByte;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _closing;
    private long _position;

    public ResponseBodyStream(WireResponse response, TimeProvider clock, CancellationToken closing)
    {
        _start = response.IsGzipped ? Compress(response) : response.Body;
        long length = response.IsGzipped ? _start.Length : Math.Max(_start.Length, response.PaddedLength);

        // A truncated empty body announces one byte that it never sends.
        AnnouncedLength = response.IsTruncated ? Math.Max(length, 1) : length;
        _end = response.IsTruncated ? length / 2 : length;
        _timePerByte = response.TimePerByte;
        _clock = clock;
        _closing = closing;
    }

    /// <summary>What Content-Length says.</summary>
    public long AnnouncedLength { get; }

    /// <summary>Whether less comes than was announced.</summary>
    public bool IsTruncated => _end < AnnouncedLength;

    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, _end - _position);
        buffer = buffer[..count];

        int fromStart = (int)Math.Clamp(_start.Length - _position, 0, count);
        _start.AsSpan((int)Math.Min(_position, _start.Length), fromStart).CopyTo(buffer);
        buffer[fromStart..].Fill((byte)' ');

        _position += count;
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_timePerByte == TimeSpan.Zero || _position == _end || buffer.IsEmpty)
            return Read(buffer.Span);

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing);
        await Task.Delay(_timePerByte, _clock, either.Token).ConfigureAwait(false);
        return Read(buffer.Span[..1]);
    }

    private static byte[] Compress(WireResponse response)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        using (var plain = new ResponseBodyStream(response with { IsGzipped = false, IsTruncated = false }, TimeProvider.System, CancellationToken.None))
            plain.CopyTo(gzip);
        return compressed.ToArray();
    }
}
