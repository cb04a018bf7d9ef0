using System.Net;

namespace GenAuth.Sdk.Internal.Calls;

/// <summary>What is kept of a response that cannot be returned: redacted and bounded.</summary>
internal sealed record UnexpectedResponse(HttpStatusCode HttpStatusCode, string Reason)
{
    public string? ContentType { get; init; }

    public string Body { get; init; } = string.Empty;

    public string? RequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
