namespace GenAuth.Sdk;

/// <summary>
/// No answer came: the service was not reached, the connection broke before the whole answer was there, or a handler of
/// the injected client failed. <see cref="GenAuthException.Outcome"/> is <see cref="RequestOutcome.NotProcessed"/> when no
/// attempt may have been processed, else <see cref="RequestOutcome.Unknown"/>.
/// </summary>
public sealed class GenAuthConnectionException : GenAuthException
{
    /// <inheritdoc cref="GenAuthException(string, Exception)" />
    public GenAuthConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
