using System.Buffers;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>
/// A growing buffer for a response. What fits into 4 KiB, as every answer of the service does, is kept in a pooled array; what does not
/// is kept in arrays of its own, because the pool would hold on to large ones. All are cleared in the end, because whoever
/// rents an array next must not find somebody's response in it.
/// </summary>
internal struct ResponseBuffer
{
    /// <summary>The size of the arrays that come from the pool and go back to it.</summary>
    public const int PooledSize = 4 * 1024;

    private const int Growth = 4;

    private byte[] _bytes;

    public ResponseBuffer()
    {
        _bytes = ArrayPool<byte>.Shared.Rent(PooledSize);
    }

    public int Length { get; private set; }

    public readonly byte[] Bytes => _bytes;

    /// <summary>Room for more; never empty.</summary>
    public Memory<byte> GetFree()
    {
        if (Length == _bytes.Length)
            Grow();
        return _bytes.AsMemory(Length);
    }

    public void Add(int count) => Length += count;

    public readonly void Return() => Return(_bytes, _bytes.Length);

    public static void Return(byte[] bytes, int used)
    {
        Array.Clear(bytes, 0, used);
        if (bytes.Length == PooledSize)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    // Beyond the limit of a body nothing is kept, so one read more than the limit is the most that is needed.
    private void Grow()
    {
        byte[] larger = new byte[Math.Min(_bytes.Length * Growth, BoundedBody.Limit + PooledSize)];
        _bytes.CopyTo(larger, 0);
        Return();
        _bytes = larger;
    }
}
