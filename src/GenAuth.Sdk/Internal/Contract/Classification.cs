namespace GenAuth.Sdk.Internal.Contract;

/// <summary>What the end of an attempt means: whether the service acted, and when the attempt may be repeated.</summary>
internal readonly record struct Classification(RequestOutcome Outcome, RetryRule Retry);
