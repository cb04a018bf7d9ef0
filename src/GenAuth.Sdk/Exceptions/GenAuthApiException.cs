namespace GenAuth.Sdk;

/// <summary>GenAuth answered with a failure and the caller asked for an exception: see <see cref="GenAuthResponse.EnsureSuccess"/>.</summary>
public sealed class GenAuthApiException : GenAuthException
{
    /// <inheritdoc cref="GenAuthException(string, Exception)" />
    public GenAuthApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The business status, see <see cref="GenAuthResponse.StatusCode"/>.</summary>
    public int StatusCode { get; init; }

    /// <summary>The specific error, see <see cref="GenAuthApiCodes"/>; null when the service named none.</summary>
    public int? ApiCode { get; init; }

    /// <summary>The kind of failure: what to branch on.</summary>
    public GenAuthErrorKind ErrorKind { get; init; }

    /// <summary>How long the service asks to wait, see <see cref="GenAuthResponse.RetryAfter"/>; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The service's text for a person, in the language of the call. It may quote what was sent: mind where it is logged.</summary>
    public string ServerMessage { get; init; } = string.Empty;
}
