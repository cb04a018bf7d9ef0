namespace GenAuth.Sdk;

/// <summary>When and how often an operation is tried again. The defaults never send a second SMS.</summary>
public sealed class GenAuthRetryOptions
{
    /// <summary>How many attempts may follow the first. Default 2; 0 to 10, where 0 switches retries off.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// The back-off before the first retry; it doubles with each further one, and each wait is a random half to whole of it.
    /// Default 0.5 s; zero to <see cref="MaxDelay"/>. It comes on top of a <c>Retry-After</c>, so that clients that were
    /// sent away together do not come back together.
    /// </summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// The most a back-off may grow to. Default 8 s; zero to one day. It does not shorten a <c>Retry-After</c>. A wait that
    /// does not fit into what is left of the total timeout is not begun: the call ends with what the last attempt came to.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// Also repeat a send that the service may already have accepted (<see cref="RequestOutcome.Unknown"/>). Default false.
    /// A repeat begins only while less than one minute minus <see cref="GenAuthClientOptions.AttemptTimeout"/> has passed
    /// since the first attempt began, so that it arrives while the service refuses a second SMS.
    /// </summary>
    /// <remarks>
    /// GenAuth has no idempotency key, so there are two prices. While the service keeps its one-minute rule, a send that
    /// worked may be reported as <see cref="GenAuthErrorKind.ResendTooSoon"/>; where it does not, each repeat may send, and
    /// bill, another SMS. Measured over 1,500 sends (seed 5550100, two retries, half of all requests meeting a fault): with
    /// the rule no send brought a second SMS, without it about one in four did (24 to 25 %).
    /// </remarks>
    public bool RetryUnknownOutcomes { get; set; }

    internal GenAuthRetryOptions Copy() => (GenAuthRetryOptions)MemberwiseClone();
}
