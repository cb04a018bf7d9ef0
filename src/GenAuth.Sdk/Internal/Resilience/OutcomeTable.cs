using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>The one table of what may have happened to an SMS and what is retried. The README shows it to users.</summary>
internal static class OutcomeTable
{
    private static readonly Verdict Processed = new(RequestOutcome.Processed, RetryRule.Never);
    private static readonly Verdict Refused = new(RequestOutcome.NotProcessed, RetryRule.Never);
    private static readonly Verdict Unavailable = new(RequestOutcome.NotProcessed, RetryRule.Always);
    private static readonly Verdict Throttled = new(RequestOutcome.NotProcessed, RetryRule.WithRetryAfter);
    private static readonly Verdict Unknown = new(RequestOutcome.Unknown, RetryRule.Never);

    /// <summary>GenAuth answered: its business status decides, whatever HTTP says.</summary>
    public static Verdict ForAnswer(int statusCode) => statusCode switch
    {
        200 => Processed,
        429 => Throttled,
        503 => Unavailable,
        >= 400 and <= 499 => Refused,
        _ => Unknown,
    };

    /// <summary>Somebody else answered: a gateway, a proxy, a firewall.</summary>
    public static Verdict ForForeignAnswer(HttpStatusCode statusCode, bool hasRetryAfter) => (int)statusCode switch
    {
        429 => Throttled,
        503 when hasRetryAfter => Throttled,
        407 or 413 or 414 or 431 => Refused,
        _ => Unknown,
    };

    /// <summary>Nobody answered in time.</summary>
    public static Verdict ForTimeout(bool requestLeft) => requestLeft ? Unknown : Unavailable;

    /// <summary>Nobody answered.</summary>
    public static Verdict ForFailure(Exception exception, bool requestLeft)
    {
        if (requestLeft)
            return Unknown;

        // A certificate does not heal by trying again, and neither does a handler with a bug.
        // A server that hangs up while the handler still looks at the new connection comes out of it as a bare SocketException.
        bool mayHeal = exception is HttpRequestException or IOException or SocketException && !IsTlsFailure(exception);
        return mayHeal ? Unavailable : Refused;
    }

#if NET
    private static bool IsTlsFailure(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
        || exception.InnerException is AuthenticationException;
#else
    // Nothing but a handshake reads before the request leaves, and what cannot connect ends in a SocketException.
    private static bool IsTlsFailure(Exception exception) =>
        exception.InnerException is AuthenticationException or IOException
            or WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure };
#endif
}
