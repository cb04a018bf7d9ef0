namespace GenAuth.Sdk.Internal.Http;

/// <summary>The members every GenAuth answer is built from.</summary>
/// <param name="StatusCode">The status, from <c>statusCode</c> or else <c>code</c>.</param>
/// <param name="Message">The text; empty when there is none.</param>
/// <param name="ApiCode">The specific error.</param>
/// <param name="RequestId">The id of the request in the body.</param>
/// <param name="HasStatusCode">Whether the status is that of <c>statusCode</c>.</param>
/// <param name="Data">Where the JSON of <c>data</c> stands in the body; empty when there is none.</param>
internal readonly record struct Envelope(int StatusCode, string Message, int? ApiCode, string? RequestId, bool HasStatusCode = true, DataRange Data = default);
