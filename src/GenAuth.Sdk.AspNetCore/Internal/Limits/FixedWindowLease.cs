using System.Threading.RateLimiting;

namespace GenAuth.Sdk.AspNetCore.Internal.Limits;

/// <summary>The decision of a <see cref="FixedWindowLimiter"/>, with the time until its window ends where it is a refusal.</summary>
internal sealed class FixedWindowLease : RateLimitLease
{
    private readonly TimeSpan _retryAfter;

    private FixedWindowLease(bool isAcquired, TimeSpan retryAfter)
    {
        IsAcquired = isAcquired;
        _retryAfter = retryAfter;
    }

    public static FixedWindowLease Acquired { get; } = new(isAcquired: true, default);

    public override bool IsAcquired { get; }

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public static FixedWindowLease Refuse(TimeSpan retryAfter) => new(isAcquired: false, retryAfter);

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        bool isKnown = !IsAcquired && metadataName == MetadataName.RetryAfter.Name;
        metadata = isKnown ? _retryAfter : null;
        return isKnown;
    }
}
