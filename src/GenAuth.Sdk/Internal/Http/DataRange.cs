namespace GenAuth.Sdk.Internal.Http;

/// <summary>Where a value stands in a body.</summary>
internal readonly record struct DataRange(int Start, int Length)
{
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> body) => body.Slice(Start, Length);
}
