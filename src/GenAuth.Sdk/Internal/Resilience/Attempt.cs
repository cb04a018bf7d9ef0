namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>How one attempt ended: with an answer to return or an exception to throw, and what that means.</summary>
/// <remarks>A class, for the pipeline hands it through a dozen layers: copying a structure of this size costs more than one allocation.</remarks>
internal sealed record Attempt(SendSMSRespDto? Response, GenAuthException? Failure, Verdict Verdict)
{
    public TimeSpan? RetryAfter => Response?.RetryAfter ?? (Failure as GenAuthResponseException)?.RetryAfter;
}
