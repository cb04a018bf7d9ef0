using System.Net;

namespace GenAuth.Sdk;

/// <summary>
/// An answer came that is not GenAuth's: a gateway's error page, a redirect, a truncated or oversized body. Its
/// <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.Unknown"/> unless the HTTP status rules out that the
/// request was passed on (407, 413, 414, 429, 431, or 503 with <c>Retry-After</c>).
/// </summary>
public sealed class GenAuthResponseException : GenAuthException
{
    /// <inheritdoc cref="GenAuthException(string, Exception)" />
    public GenAuthResponseException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode HttpStatusCode { get; init; }

    /// <summary>The media type of the answer, <c>text/html</c> for example; null when it named none.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// The beginning of the answer, at most 1 KiB, with this call's phone number, access token and client address masked;
    /// empty when there was no body. Text of an unknown origin: treat it as such where it is shown.
    /// </summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>How long the answer asks to wait, from its <c>Retry-After</c> header; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
