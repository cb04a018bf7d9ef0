namespace GenAuth.Sdk;

/// <summary>When and how often a send is tried again. The defaults never send a second SMS.</summary>
public sealed class GenAuthRetryOptions
{
    /// <summary>How many attempts may follow the first. Default 2; 0 to 10, where 0 switches retries off.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// The back-off before the first retry; it doubles with each further one, and each wait is a random half to whole of it.
    /// Default 0.5 s; zero to <see cref="MaxDelay"/>. A <c>Retry-After</c> from the service takes its place.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// The most a back-off may grow to. Default 8 s; zero to one day. It does not shorten a <c>Retry-After</c>: one that
    /// does not fit into the total timeout ends the send instead.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Also retry when the service may already have acted (<see cref="RequestOutcome.Unknown"/>). Default false.
    /// <b>The price:</b> GenAuth has no idempotency key, so each such retry may send, and bill, another SMS to the same
    /// phone, and may turn a send that worked into a reported <see cref="GenAuthErrorKind.ResendTooSoon"/>. Where half of
    /// all requests met a fault, one send in five brought a second SMS.
    /// </summary>
    public bool RetryUnknownOutcomes { get; set; }

    internal GenAuthRetryOptions Copy() => (GenAuthRetryOptions)MemberwiseClone();
}
