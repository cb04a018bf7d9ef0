namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>What goes out on the wire, whichever front end it leaves by.</summary>
internal sealed record Reply(int HttpStatus, byte[] Body, string? ContentType)
{
    /// <summary>How long to hold it back.</summary>
    public TimeSpan Delay { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whole seconds, as the header has them; rounded up, so that who waits for it has waited long enough.</summary>
    public string? RetryAfterSeconds => RetryAfter is { } wait ? FormattableString.Invariant($"{Math.Ceiling(wait.TotalSeconds):0}") : null;
}
