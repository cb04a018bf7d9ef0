namespace GenAuth.Sdk.Internal.Http;

/// <summary>The members every GenAuth answer is built from.</summary>
internal readonly record struct Envelope(int StatusCode, string Message, int? ApiCode, string? RequestId);
