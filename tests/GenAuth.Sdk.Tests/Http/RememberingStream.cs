namespace GenAuth.Sdk.Tests.Http;

/// <summary>A response body that remembers every array it was read into.</summary>
internal sealed class RememberingStream(byte[] bytes) : MemoryStream(bytes)
{
    public HashSet<byte[]> Filled { get; } = [];

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Filled.Add(buffer);
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }

#if !NETFRAMEWORK
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray<byte>(buffer, out ArraySegment<byte> segment));
        Filled.Add(segment.Array!);
        return base.ReadAsync(buffer, cancellationToken);
    }
#endif
}
