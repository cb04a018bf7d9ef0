namespace GenAuth.Sdk;

/// <summary>
/// No answer came: the service was not reached, or the connection broke before the whole answer was there.
/// <see cref="GenAuthException.Outcome"/> tells the two apart: <see cref="RequestOutcome.NotProcessed"/> when the request
/// never left, <see cref="RequestOutcome.Unknown"/> when it did.
/// </summary>
public sealed class GenAuthConnectionException : GenAuthException
{
    /// <inheritdoc cref="GenAuthException(string, Exception)" />
    public GenAuthConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
