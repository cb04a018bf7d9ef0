namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A buffer for a request body that keeps no more than its limit.</summary>
internal sealed class BoundedBuffer : MemoryStream
{
    // A request of the client is some hundred bytes.
    private const int DefaultLimit = 1024 * 1024;

    private readonly int _limit;

    /// <param name="limit">The most that is kept.</param>
    public BoundedBuffer(int limit = DefaultLimit) => _limit = limit;

    public bool ExceedsLimit { get; private set; }

    public ReadOnlyMemory<byte> Bytes => GetBuffer().AsMemory(0, (int)Length);

    // In a class that derives from MemoryStream all other ways to write lead here.
    public override void Write(byte[] buffer, int offset, int count)
    {
        ExceedsLimit |= Length + count > _limit;
        if (!ExceedsLimit)
            base.Write(buffer, offset, count);
    }

    public override void WriteByte(byte value) => Write([value], 0, 1);
}
