namespace GenAuth.Sdk.Internal.Http;

/// <summary>
/// Compressed bytes for one of the platform's decompressors. Those read into a pooled buffer that they give back as it is;
/// this stream remembers the buffer and clears it when the decompressor disposes it, which is just before.
/// </summary>
internal sealed class ClearingStream : MemoryStream
{
    private byte[]? _readInto;

    public ClearingStream(byte[] bytes, int length)
        : base(bytes, 0, length, writable: false, publiclyVisible: true)
    {
    }

    /// <summary>Whether the bytes begin as RFC 1950, 2.2 says.</summary>
    public bool HasZlibHeader()
    {
        if (Length < 2)
            return false;

        byte[] bytes = GetBuffer();
        return (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        _readInto = buffer;
        return base.Read(buffer, offset, count);
    }

#if NET
    // MemoryStream would serve a derived class through another pooled buffer.
    public override int Read(Span<byte> buffer)
    {
        int count = (int)Math.Min(buffer.Length, Length - Position);
        GetBuffer().AsSpan((int)Position, count).CopyTo(buffer);
        Position += count;
        return count;
    }
#endif

    protected override void Dispose(bool disposing)
    {
        if (_readInto is not null)
            Array.Clear(_readInto, 0, _readInto.Length);
        base.Dispose(disposing);
    }
}
