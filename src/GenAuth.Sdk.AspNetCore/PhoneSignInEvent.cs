namespace GenAuth.Sdk.AspNetCore;

/// <summary>Something to keep for an audit. Holds no phone number, code, token or text of the service. Immutable.</summary>
public sealed record PhoneSignInEvent
{
    /// <summary>What happened.</summary>
    public PhoneSignInEventKind Kind { get; init; }

    /// <summary>When, by <see cref="GenAuthPhoneSignInOptions.TimeProvider"/>.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The name of the registration; empty for the one without a name.</summary>
    public string Registration { get; init; } = string.Empty;

    /// <summary>The limit that was reached or failed, <c>sends-per-number</c> for example; null for other events.</summary>
    public string? Limit { get; init; }

    /// <summary>A keyed hash of the number, the same for the same number as long as the key is; null where there is no number.</summary>
    public string? NumberHash { get; init; }

    /// <summary>The client's address without its end: <c>203.0.113.0/24</c>, <c>2001:db8:1::/48</c>; null when there is none.</summary>
    public string? Network { get; init; }
}
