using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace GenAuth.Sdk.Internal.Contract;

/// <summary>The one table of what may have happened at the service and what may be repeated. OUTCOMES.md shows it to users.</summary>
internal static class OutcomeClassifier
{
    private static readonly Classification Processed = new(RequestOutcome.Processed, RetryRule.Never);
    private static readonly Classification Refused = new(RequestOutcome.NotProcessed, RetryRule.Never);
    private static readonly Classification Unavailable = new(RequestOutcome.NotProcessed, RetryRule.Always);
    private static readonly Classification Throttled = new(RequestOutcome.NotProcessed, RetryRule.WithRetryAfter);
    private static readonly Classification Unknown = new(RequestOutcome.Unknown, RetryRule.IfRepeatable);
    private static readonly Classification Abandoned = new(RequestOutcome.Unknown, RetryRule.Never);

    /// <summary>A success that lacks the data it promises: the service acted, and a repeat would act again.</summary>
    public static Classification IncompleteSuccess => Processed;

    /// <summary>A success whose data says that it is none: nobody documents what became of the call.</summary>
    public static Classification DeniedSuccess => Unknown;

    /// <summary>A response from another host: private values went there, and a repeat would send them again.</summary>
    public static Classification ForeignHost => Abandoned;

    /// <summary>GenAuth's envelope: its status decides, not HTTP's.</summary>
    /// <param name="statusCode">The status in the body.</param>
    /// <param name="isProof">Whether the body proves what a failure status says; see <see cref="IsProof"/>.</param>
    public static Classification ClassifyStatus(int statusCode, bool isProof) => (statusCode, isProof) switch
    {
        (200, _) => Processed,
        (_, false) => Unknown,
        (429, _) => Throttled,
        (503, _) => Unavailable,
        (400 or 401 or 402 or 403 or 404 or 409 or 413 or 422 or 499, _) => Refused,
        _ => Unknown,
    };

    /// <summary>Whether a body proves that a failure had no effect. Proxies write a <c>code</c> too, and the framework behind the service answers 503 without an id while its handler runs on.</summary>
    public static bool IsProof(int statusCode, bool hasStatusCode, bool hasRequestId) => hasStatusCode && (statusCode != 503 || hasRequestId);

    /// <summary>A response that is not GenAuth's. Five HTTP statuses are those by which a gateway refuses before it forwards; a 503 is none of them, because Varnish answers so after it forwarded.</summary>
    public static Classification ClassifyUnexpectedResponse(HttpStatusCode statusCode) => (int)statusCode switch
    {
        429 => Throttled,
        407 or 413 or 414 or 431 => Refused,
        _ => Unknown,
    };

    /// <summary>No response in time.</summary>
    public static Classification ClassifyTimeout(bool requestSent) => requestSent ? Unknown : Unavailable;

    /// <summary>No response, because the caller does not want it any longer.</summary>
    public static Classification ClassifyCancellation(bool requestSent) => requestSent ? Abandoned : Refused;

    /// <summary>No response, but an exception out of the HTTP stack.</summary>
    public static Classification ClassifyException(Exception exception, bool requestSent)
    {
        if (requestSent)
            return Unknown;

        return IsTransient(exception) ? Unavailable : Refused;
    }

    // TLS failures and handler bugs are not transient. A reset during connect can surface as a bare SocketException,
    // and a handler's own connect timeout as a cancellation that a TimeoutException caused.
    private static bool IsTransient(Exception exception) => exception switch
    {
        HttpRequestException or IOException => !IsTlsFailure(exception),
        SocketException => true,
        OperationCanceledException => exception.InnerException is TimeoutException,
        _ => false,
    };

#if NET
    private static bool IsTlsFailure(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
        || exception.InnerException is AuthenticationException;
#else
    // Before the request is sent only the TLS handshake reads, so an IOException means TLS; connect errors are SocketExceptions.
    private static bool IsTlsFailure(Exception exception) =>
        exception.InnerException is AuthenticationException or IOException
            or WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure };
#endif
}
