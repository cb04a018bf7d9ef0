namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>What an attempt's end means: whether the service acted, and whether trying again is safe and promising.</summary>
internal readonly record struct Verdict(RequestOutcome Outcome, RetryRule Retry);
