namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A buffer for a request body that keeps no more than its limit.</summary>
internal sealed class BoundedBuffer : MemoryStream
{
    /// <summary>The most that is kept. A request of the client is some hundred bytes.</summary>
    public const int Limit = 1024 * 1024;

    public bool ExceedsLimit { get; private set; }

    public ReadOnlyMemory<byte> Bytes => GetBuffer().AsMemory(0, (int)Length);

    // In a class that derives from MemoryStream all other ways to write lead here.
    public override void Write(byte[] buffer, int offset, int count)
    {
        ExceedsLimit |= Length + count > Limit;
        if (!ExceedsLimit)
            base.Write(buffer, offset, count);
    }

    public override void WriteByte(byte value) => Write([value], 0, 1);
}
