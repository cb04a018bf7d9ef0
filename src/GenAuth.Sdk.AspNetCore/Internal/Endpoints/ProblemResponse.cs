namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>The body of a failure (RFC 9457), with nothing in it that differs from request to request but <paramref name="ResendAfter"/>.</summary>
internal sealed record ProblemResponse(string Type, string Title, int Status, int? ResendAfter);
