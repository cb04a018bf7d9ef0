namespace GenAuth.Sdk.Internal.Calls;

/// <summary>What every response carries, whatever its operation.</summary>
/// <param name="Operation">The operation that was answered.</param>
/// <param name="StatusCode">The status in the body.</param>
/// <param name="Message">The service's text.</param>
/// <param name="ApiCode">The specific error.</param>
/// <param name="RequestId">The service's id of the request.</param>
/// <param name="RetryAfter">How long the service asks to wait.</param>
/// <param name="Attempts">How many attempts led here.</param>
/// <param name="IsProof">Whether the body proves what a failure status says.</param>
/// <param name="FollowsUnknownOutcome">Whether an earlier attempt of the call may have been processed.</param>
internal readonly record struct ResponseMetadata(
    Operation Operation,
    int StatusCode,
    string Message,
    int? ApiCode,
    string? RequestId,
    TimeSpan? RetryAfter,
    int Attempts,
    bool IsProof,
    bool FollowsUnknownOutcome)
{
    public bool IsSuccess => StatusCode == 200;
}
