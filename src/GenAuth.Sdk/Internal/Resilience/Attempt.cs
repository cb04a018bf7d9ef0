namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>How one attempt ended: with an answer to return or an exception to throw, and what that means.</summary>
internal readonly record struct Attempt(SendSMSRespDto? Response, GenAuthException? Failure, Verdict Verdict, TimeSpan? RetryAfter);
