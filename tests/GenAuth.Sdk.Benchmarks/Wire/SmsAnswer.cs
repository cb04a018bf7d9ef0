namespace GenAuth.Sdk.Benchmarks.Wire;

/// <summary>The answer as a user would declare it.</summary>
internal sealed record SmsAnswer(int StatusCode, string Message, int? ApiCode, string? RequestId);
