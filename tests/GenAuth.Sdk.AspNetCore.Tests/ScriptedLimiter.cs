using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>A limiter of the application's own, as one over Redis is: asked asynchronously, it grants, refuses, fails or keeps silent.</summary>
internal sealed class ScriptedLimiter : PartitionedRateLimiter<string>
{
    public ConcurrentQueue<string> Keys { get; } = new();

    /// <summary>What it does; by default it grants.</summary>
    public Func<Task<RateLimitLease>> Acquire { get; set; } = () => Task.FromResult<RateLimitLease>(new Lease(isAcquired: true, seconds: null));

    public static Task<RateLimitLease> RefuseAsync(int? seconds) => Task.FromResult<RateLimitLease>(new Lease(isAcquired: false, seconds));

    public override RateLimiterStatistics? GetStatistics(string resource) => throw new NotSupportedException();

    protected override RateLimitLease AttemptAcquireCore(string resource, int permitCount) => throw new NotSupportedException();

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(string resource, int permitCount, CancellationToken cancellationToken)
    {
        Keys.Enqueue(resource);
        return await Acquire();
    }

    /// <summary>A lease with the metadata of RedisRateLimiting.</summary>
    private sealed class Lease(bool isAcquired, int? seconds) : RateLimitLease
    {
        private const string RetryAfter = "RATELIMIT_RETRYAFTER";

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [RetryAfter];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == RetryAfter ? seconds : null;
            return metadata is not null;
        }
    }
}
