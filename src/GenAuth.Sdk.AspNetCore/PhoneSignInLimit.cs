using System.Threading.RateLimiting;

namespace GenAuth.Sdk.AspNetCore;

/// <summary>One limit: how many within which time. Not thread-safe; read when the application starts.</summary>
public sealed class PhoneSignInLimit
{
    internal PhoneSignInLimit(int permitLimit) => PermitLimit = permitLimit;

    /// <summary>How many are let through in one window. At least 1; the default is said where the limit is.</summary>
    public int PermitLimit { get; set; }

    /// <summary>How long a window lasts, which begins with the first request in it. Default one hour; one second to 31 days.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Counts in place of the memory of this node, over Redis for example, so that several nodes share the limit. Default
    /// null. It is asked for one permit at a time with <see cref="PartitionedRateLimiter{TResource}.AcquireAsync"/>, and its
    /// resource is the key to count by: <c>genauth:{AppId}:{limit}:{hash}</c>, without a number or an address in it.
    /// <see cref="PermitLimit"/> and <see cref="Window"/> then hold only while it fails; give it the same.
    /// </summary>
    /// <remarks>Needs <see cref="GenAuthPhoneSignInOptions.PartitionKeySecret"/> or an <see cref="GenAuthClientOptions.AppSecret"/>, because the keys of all nodes must be the same.</remarks>
    public PartitionedRateLimiter<string>? Limiter { get; set; }
}
