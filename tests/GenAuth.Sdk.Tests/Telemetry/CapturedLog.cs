using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>A log record: the event with its number, the values in the order of their names, and the type of the exception.</summary>
internal sealed record CapturedLog(LogLevel Level, string Event, string[] Values, string? Exception);
