using System.Net;

namespace GenAuth.Sdk;

/// <summary>
/// An answer came that is not GenAuth's: a gateway's error page, a redirect, a truncated or oversized body, or an answer
/// from another host than <see cref="GenAuthClientOptions.AppHost"/>. Also thrown for a success of GenAuth's that lacks the
/// data it promises.
/// </summary>
/// <remarks>
/// <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.Unknown"/>, with two exceptions. It is
/// <see cref="RequestOutcome.NotProcessed"/> for the five HTTP statuses by which a gateway refuses before it forwards (407,
/// 413, 414, 429, 431) when no earlier attempt may have been processed; a JSON body with a numeric <c>code</c> is none of
/// these, because it is read as an answer of GenAuth's that proves nothing. It is <see cref="RequestOutcome.Processed"/>
/// for a success without its data. A 503 proves nothing, with or without <c>Retry-After</c>.
/// </remarks>
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

    /// <summary>How long the answer asks to wait, from its <c>Retry-After</c> header; null when it does not, <see cref="TimeSpan.MaxValue"/> when it asks for longer than a number holds.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
