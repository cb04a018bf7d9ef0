using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>Every log message of the package; the event ids are stable. None takes a phone number, a token, a code or the service's text.</summary>
/// <remarks>An absent value is passed as "none", so that no sentence has a hole.</remarks>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} begins, channel {Channel}.", EventName = "Sending")]
    public static partial void Sending(this ILogger logger, string operation, string channel);

    [LoggerMessage(EventId = 2, Message = "{Operation} was answered with {ErrorKind}: status {StatusCode}, api code {ApiCode}, request id {RequestId}, channel {Channel}, attempts {Attempts}, outcome {Outcome}.", EventName = "Answered")]
    public static partial void Answered(this ILogger logger, LogLevel level, string operation, string channel, GenAuthErrorKind errorKind, int statusCode, object apiCode, string requestId, int attempts, RequestOutcome outcome);

    [LoggerMessage(3, LogLevel.Warning, "{Operation}: attempt {Attempt} ended with {Reason}, the next follows in {Delay}; api code {ApiCode}, request id {RequestId}, channel {Channel}.", EventName = "Retrying")]
    public static partial void Retrying(this ILogger logger, string operation, string channel, int attempt, string reason, TimeSpan delay, object apiCode, string requestId);

    [LoggerMessage(4, LogLevel.Warning, "{Operation} was given up because of {Reason}: attempts {Attempts}, outcome {Outcome}, request id {RequestId}, channel {Channel}.", EventName = "GaveUp")]
    public static partial void GaveUp(this ILogger logger, string operation, string channel, string reason, int attempts, RequestOutcome outcome, string requestId);

    [LoggerMessage(5, LogLevel.Error, "{Operation} was refused because the application is unknown to the service: status {StatusCode}, api code {ApiCode}, request id {RequestId}, channel {Channel}. Check AppId and AppHost.", EventName = "Misconfigured")]
    public static partial void Misconfigured(this ILogger logger, string operation, string channel, int statusCode, object apiCode, string requestId);

    [LoggerMessage(6, LogLevel.Debug, "{Operation} was cancelled by its caller: attempts {Attempts}, outcome {Outcome}, channel {Channel}.", EventName = "Cancelled")]
    public static partial void Cancelled(this ILogger logger, string operation, string channel, int attempts, RequestOutcome outcome);
}
