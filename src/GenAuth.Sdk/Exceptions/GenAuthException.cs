namespace GenAuth.Sdk;

/// <summary>
/// The base of everything this package throws for a request that was made: catch it to handle every failure of the service
/// or of the way to it. Misuse throws <see cref="ArgumentException"/>, and a caller's cancellation
/// <see cref="OperationCanceledException"/>.
/// </summary>
/// <remarks>No message and no property of it carries the phone number, the access token or the client address of the call.</remarks>
public class GenAuthException : Exception
{
    /// <summary>Creates the exception, in a test double for example.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public GenAuthException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation that failed, <c>SendSms</c> for example.</summary>
    public string Operation { get; init; } = string.Empty;

    /// <summary>Whether the service acted, over all attempts: whether an SMS went out, did not go out, or may have gone out, for example.</summary>
    public RequestOutcome Outcome { get; init; }

    /// <summary>How many attempts were made.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// How long at most until the service takes another send for this number and channel: one minute for an operation that
    /// sends and whose <see cref="Outcome"/> is <see cref="RequestOutcome.Unknown"/>, else null.
    /// </summary>
    public TimeSpan? ResendAfter { get; init; }

    /// <summary>The service's id of the request, to quote to its support; null when none came.</summary>
    public string? RequestId { get; init; }
}
