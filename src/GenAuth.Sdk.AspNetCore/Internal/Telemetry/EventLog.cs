using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Internal.Telemetry;

/// <summary>The log lines of events. The id of a line is the number of its kind.</summary>
internal static class EventLog
{
    private const string Absent = "none";

    public static void Write(ILogger logger, PhoneSignInEvent happened)
    {
        LogLevel level = GetLevel(happened.Kind);
        if (!logger.IsEnabled(level))
            return;

        string name = happened.Kind.ToString();
        KeyValuePair<string, object?>[] values =
        [
            new("Event", name),
            new("Limit", happened.Limit ?? Absent),
            new("NumberHash", happened.NumberHash ?? Absent),
            new("Network", happened.Network ?? Absent),
            new("Registration", happened.Registration.Length > 0 ? happened.Registration : Absent),
        ];
        logger.Log(level, new EventId((int)happened.Kind, name), values, exception: null, Format);
    }

    // What a user brings about is information; what an operator should look at is a warning.
    private static LogLevel GetLevel(PhoneSignInEventKind kind) => kind switch
    {
        PhoneSignInEventKind.SendUnknown or PhoneSignInEventKind.SendFailed or PhoneSignInEventKind.LimitReached or PhoneSignInEventKind.LimiterFailed
            or PhoneSignInEventKind.SignInFailed or PhoneSignInEventKind.SignInUnknown or PhoneSignInEventKind.TokenRefused => LogLevel.Warning,
        _ => LogLevel.Information,
    };

    private static string Format(KeyValuePair<string, object?>[] values, Exception? exception) =>
        "Phone sign-in: " + string.Join(", ", values.Select(static value => $"{value.Key} {value.Value}")) + ".";
}
