using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Telemetry;

/// <summary>What goes wrong around the events. The ids are stable and begin behind those of <see cref="PhoneSignInEventKind"/>. None takes a number, a code, a token or the text of an exception.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "Forwarded headers arrive that nobody reads: behind a proxy all clients then share one limit, and https looks like http. Configure UseForwardedHeaders with the addresses of the proxies.", EventName = "ForwardedHeadersUnread")]
    public static partial void ForwardedHeadersUnread(this ILogger logger);

    [LoggerMessage(102, LogLevel.Error, "The limiter of {Limit} failed with {Reason}.", EventName = "ReplacedLimiterFailed")]
    public static partial void LimiterFailed(this ILogger logger, string limit, string reason);

    [LoggerMessage(103, LogLevel.Error, "The keys of the service could not be fetched because of {Reason}: nobody can sign in.", EventName = "KeysUnreachable")]
    public static partial void KeysUnreachable(this ILogger logger, string reason);

    [LoggerMessage(104, LogLevel.Error, "An id token was refused because of {Reason}.", EventName = "IdTokenRefused")]
    public static partial void TokenRefused(this ILogger logger, string reason);

    [LoggerMessage(105, LogLevel.Warning, "The cache failed with {Reason}: a countdown shows the whole minute.", EventName = "CacheFailed")]
    public static partial void CacheFailed(this ILogger logger, string reason);

    [LoggerMessage(106, LogLevel.Error, "{Hook} threw {Reason}.", EventName = "HookFailed")]
    public static partial void HookFailed(this ILogger logger, string hook, string reason);
}
