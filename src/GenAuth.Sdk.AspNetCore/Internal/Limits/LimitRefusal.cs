namespace GenAuth.Sdk.AspNetCore.Internal.Limits;

/// <summary>Why a request is not let through.</summary>
/// <param name="Limit">The name of the limit.</param>
/// <param name="RetryAfter">When to come back at the latest; null when the limiter failed and nobody knows.</param>
internal sealed record LimitRefusal(string Limit, TimeSpan? RetryAfter);
