namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>What goes out on the wire, whichever front end it leaves by.</summary>
internal sealed record Reply(int HttpStatus, byte[] Body, string? ContentType)
{
    /// <summary>How long to hold it back; infinite for an answer that never comes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Headers besides the media type and those that frame the body.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The length that white space after the body makes up to.</summary>
    public long PaddedLength { get; init; }

    public bool IsGzipped { get; init; }

    public bool IsTruncated { get; init; }

    /// <summary>How long each byte of the body takes.</summary>
    public TimeSpan TimePerByte { get; init; }

    /// <summary>Set when there is no answer, but this.</summary>
    public Hangup? Hangup { get; init; }
}
