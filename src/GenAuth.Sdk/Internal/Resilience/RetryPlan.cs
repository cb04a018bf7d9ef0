using System.Diagnostics.CodeAnalysis;

namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>Decides after each attempt whether another follows, and when.</summary>
internal sealed class RetryPlan
{
    private readonly GenAuthRetryOptions _options;

    public RetryPlan(GenAuthRetryOptions options) => _options = options;

    /// <summary>Whether to try again; <see cref="Call.NextDelay"/> then says after how long.</summary>
    public bool TryNext(Call call, int retriesSoFar, Verdict verdict, TimeSpan? retryAfter)
    {
        bool wanted = verdict.Retry switch
        {
            RetryRule.Always => true,
            RetryRule.WithRetryAfter => retryAfter is not null,
            _ => verdict.Outcome is RequestOutcome.Unknown && _options.RetryUnknownOutcomes,
        };
        if (!wanted)
            return false;

        TimeSpan delay = retryAfter ?? BackOff(retriesSoFar);
        if (delay >= call.Remaining)
            return false;

        call.NextDelay = delay;
        return true;
    }

    // Spread over the upper half, so that clients that failed together do not come back together.
    [SuppressMessage("Security", "CA5394", Justification = "Nobody gains by guessing a delay.")]
    private TimeSpan BackOff(int retriesSoFar)
    {
        double ceiling = Math.Min(_options.BaseDelay.TotalSeconds * Math.Pow(2, retriesSoFar), _options.MaxDelay.TotalSeconds);
        return TimeSpan.FromSeconds(ceiling * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
