using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Contract;

namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>Decides after an attempt whether another follows, and when. Pure but for the jitter.</summary>
internal sealed class RetryPolicy
{
    private readonly GenAuthRetryOptions _options;

    public RetryPolicy(GenAuthRetryOptions options) => _options = options;

    /// <summary>How long to wait before the next attempt; null when none follows.</summary>
    /// <param name="classification">What the last attempt came to.</param>
    /// <param name="unknownOutcomeRetry">What the operation allows after an unknown outcome.</param>
    /// <param name="retryAfter">How long the server asks to wait.</param>
    /// <param name="retries">How many retries there were.</param>
    /// <param name="remaining">How much time is left in which an attempt may begin.</param>
    public TimeSpan? GetDelay(Classification classification, UnknownOutcomeRetry unknownOutcomeRetry, TimeSpan? retryAfter, int retries, TimeSpan remaining)
    {
        bool isWanted = classification.Retry switch
        {
            RetryRule.Always => true,
            RetryRule.WithRetryAfter => retryAfter is not null,
            RetryRule.IfRepeatable => unknownOutcomeRetry is UnknownOutcomeRetry.Always || (unknownOutcomeRetry is UnknownOutcomeRetry.IfOptedIn && _options.RetryUnknownOutcomes),
            _ => false,
        };
        if (!isWanted || retries >= _options.MaxRetries)
            return null;

        // The back-off comes on top, because clients that were sent away together must not come back together.
        TimeSpan backOff = GetBackOff(retries);
        TimeSpan wait = retryAfter ?? TimeSpan.Zero;

        // Added only after the comparison, because a server may ask for the longest time there is.
        return wait < remaining - backOff ? wait + backOff : null;
    }

    // Spread over the upper half, so that clients that failed together do not come back together.
    [SuppressMessage("Security", "CA5394", Justification = "Nobody gains by guessing a delay.")]
    private TimeSpan GetBackOff(int retries)
    {
        double ceiling = Math.Min(_options.BaseDelay.TotalSeconds * Math.Pow(2, retries), _options.MaxDelay.TotalSeconds);
        return TimeSpan.FromSeconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
