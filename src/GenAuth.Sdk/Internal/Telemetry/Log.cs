using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>Every log message of the package. None takes a phone number, a token, a code or text of the server's.</summary>
internal static partial class Log
{
    [LoggerMessage(3, LogLevel.Warning, "{Operation}: attempt {Attempt} ended with outcome {Outcome}, trying again in {Delay}.", EventName = "Retrying")]
    public static partial void Retrying(this ILogger logger, string operation, int attempt, RequestOutcome outcome, TimeSpan delay);
}
