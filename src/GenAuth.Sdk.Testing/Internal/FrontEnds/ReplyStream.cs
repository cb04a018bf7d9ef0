using System.IO.Compression;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.FrontEnds;

/// <summary>The body of a reply as the wire carries it: padded, compressed, slow and cut short where the reply says so.</summary>
internal sealed class ReplyStream : ReadOnlyStream
{
    private readonly byte[] _start;
    private readonly long _end;
    private readonly TimeSpan _timePerByte;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _closing;
    private long _position;

    public ReplyStream(Reply reply, TimeProvider clock, CancellationToken closing)
    {
        _start = reply.IsGzipped ? Compress(reply) : reply.Body;
        long length = reply.IsGzipped ? _start.Length : Math.Max(_start.Length, reply.PaddedLength);

        // Even an empty body is promised a byte that does not come.
        AnnouncedLength = reply.IsTruncated ? Math.Max(length, 1) : length;
        _end = reply.IsTruncated ? length / 2 : length;
        _timePerByte = reply.TimePerByte;
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

    private static byte[] Compress(Reply reply)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        using (var plain = new ReplyStream(reply with { IsGzipped = false, IsTruncated = false }, TimeProvider.System, CancellationToken.None))
            plain.CopyTo(gzip);
        return compressed.ToArray();
    }
}
