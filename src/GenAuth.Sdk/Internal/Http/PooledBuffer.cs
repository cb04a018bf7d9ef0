using System.Buffers;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>A growing buffer out of the shared pool. What was in it is cleared before the pool gets it back, because whoever rents it next must not find somebody's response in it.</summary>
internal struct PooledBuffer
{
    private const int InitialSize = 4 * 1024;

    private byte[] _bytes;

    public PooledBuffer()
    {
        _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
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

    public readonly void Return() => Return(_bytes);

    public static void Return(byte[] bytes, int used = int.MaxValue)
    {
        Array.Clear(bytes, 0, Math.Min(used, bytes.Length));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        _bytes.CopyTo(larger, 0);
        Return(_bytes);
        _bytes = larger;
    }
}
