namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>When another attempt follows. What it would have to wait must fit into the total timeout in any case.</summary>
internal enum RetryRule
{
    /// <summary>Not at all; what is unknown can still be opted in to.</summary>
    Never,

    /// <summary>After the back-off, or after <c>Retry-After</c> when it was sent.</summary>
    Always,

    /// <summary>Only when the server said when.</summary>
    WithRetryAfter,
}
