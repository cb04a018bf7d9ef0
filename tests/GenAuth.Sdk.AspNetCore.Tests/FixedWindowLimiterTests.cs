using System.Threading.RateLimiting;

using GenAuth.Sdk.AspNetCore.Internal.Limits;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>The counting in memory.</summary>
public class FixedWindowLimiterTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_window_begins_with_the_first_request_of_its_key()
    {
        using var limiter = new FixedWindowLimiter(1, Hour, _clock);
        Assert.True(limiter.AttemptAcquire("a").IsAcquired);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.True(limiter.AttemptAcquire("b").IsAcquired);
        Assert.False(limiter.AttemptAcquire("a").IsAcquired);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(limiter.AttemptAcquire("a").IsAcquired);
        Assert.False(limiter.AttemptAcquire("b").IsAcquired);
    }

    [Fact]
    public void A_refusal_says_when_the_window_ends()
    {
        using var limiter = new FixedWindowLimiter(1, Hour, _clock);
        limiter.AttemptAcquire("a").Dispose();
        _clock.Advance(TimeSpan.FromMinutes(20));

        using RateLimitLease refused = limiter.AttemptAcquire("a");

        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan retryAfter));
        Assert.Equal(TimeSpan.FromMinutes(40), retryAfter);
    }

    [Fact]
    public void Keys_are_forgotten_when_their_window_ends_without_a_further_request()
    {
        using var limiter = new FixedWindowLimiter(1, Hour, _clock);
        for (int key = 0; key < 10_000; key++)
            limiter.AttemptAcquire("early" + key).Dispose();
        _clock.Advance(TimeSpan.FromMinutes(30));
        limiter.AttemptAcquire("late").Dispose();

        _clock.Advance(TimeSpan.FromMinutes(31));
        int afterTheFirst = limiter.Count;
        _clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal((1, 0), (afterTheFirst, limiter.Count));
    }

    [Fact]
    public void Many_at_once_get_exactly_the_limit()
    {
        using var limiter = new FixedWindowLimiter(100, Hour, _clock);
        int granted = 0;

        Parallel.For(0, 10_000, _ =>
        {
            if (limiter.AttemptAcquire("a").IsAcquired)
                Interlocked.Increment(ref granted);
        });

        Assert.Equal(100, granted);
    }
}
