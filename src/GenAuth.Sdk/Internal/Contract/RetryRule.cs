namespace GenAuth.Sdk.Internal.Contract;

/// <summary>When another attempt follows. Its delay must fit into the remaining time in any case.</summary>
internal enum RetryRule
{
    /// <summary>No attempt follows.</summary>
    Never,

    /// <summary>Only where a repeat does no harm (RFC 9110, 9.2.2), or where the caller accepted the harm.</summary>
    IfRepeatable,

    /// <summary>Only when the server said when.</summary>
    WithRetryAfter,

    /// <summary>After the back-off, and not before <c>Retry-After</c>.</summary>
    Always,
}
