namespace GenAuth.Sdk;

/// <summary>
/// A deadline of the client passed before the answer was there. Never thrown for a token that the caller cancelled.
/// <see cref="GenAuthException.Outcome"/> says whether the request had left by then.
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

    /// <summary>How long that deadline was.</summary>
    public TimeSpan Timeout { get; init; }
}
