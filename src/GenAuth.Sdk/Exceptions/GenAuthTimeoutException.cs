namespace GenAuth.Sdk;

/// <summary>
/// A deadline passed before the answer was there. Never thrown for a token that the caller cancelled, nor for an injected
/// client that was disposed of or cancelled its requests: that is a <see cref="GenAuthConnectionException"/>.
/// <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/> when no attempt may have been
/// processed, else <see cref="RequestOutcome.Unknown"/>.
/// </summary>
public sealed class GenAuthTimeoutException : GenAuthException
{
    /// <inheritdoc cref="GenAuthException(string, Exception)" />
    public GenAuthTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Which deadline passed.</summary>
    public GenAuthTimeoutSource TimeoutSource { get; init; }

    /// <summary>How long that deadline was; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> when a handler of the injected client set it and did not say.</summary>
    public TimeSpan Timeout { get; init; }
}
