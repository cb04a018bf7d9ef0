using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>Every log message of the package; the event ids are stable. None takes a phone number, a token, a code or the service's text.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} for {Channel} begins.", EventName = "Sending")]
    public static partial void Sending(this ILogger logger, string operation, string channel);

    [LoggerMessage(EventId = 2, Message = "{Operation} for {Channel} was answered with {ErrorKind} (status {StatusCode}, api code {ApiCode}, request id {RequestId}) after {Attempts} attempts: {Outcome}.", EventName = "Answered")]
    public static partial void Answered(this ILogger logger, LogLevel level, string operation, string channel, GenAuthErrorKind errorKind, int statusCode, int? apiCode, string? requestId, int attempts, RequestOutcome outcome);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} for {Channel}: attempt {Attempt} ended with {Reason}; the next follows in {Delay}. The service named api code {ApiCode}, request id {RequestId}.", EventName = "Retrying")]
    public static partial void Retrying(this ILogger logger, string operation, string channel, int attempt, string reason, TimeSpan delay, int? apiCode, string? requestId);

    [LoggerMessage(4, LogLevel.Error, "{Operation} for {Channel} was given up after {Attempts} attempts: {Outcome}. The answer named request id {RequestId}.", EventName = "GaveUp")]
    public static partial void GaveUp(this ILogger logger, GenAuthException exception, string operation, string channel, int attempts, RequestOutcome outcome, string? requestId);

    [LoggerMessage(5, LogLevel.Error, "{Operation} for {Channel} was refused, for the application is not known to the service (status {StatusCode}, api code {ApiCode}, request id {RequestId}): check AppId and AppHost.", EventName = "Misconfigured")]
    public static partial void Misconfigured(this ILogger logger, string operation, string channel, int statusCode, int? apiCode, string? requestId);

    [LoggerMessage(6, LogLevel.Debug, "{Operation} for {Channel} was cancelled by its caller after {Attempts} attempts: {Outcome}.", EventName = "Cancelled")]
    public static partial void Cancelled(this ILogger logger, string operation, string channel, int attempts, RequestOutcome outcome);
}
