namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>What goes out on the wire, by whichever transport.</summary>
internal sealed record WireResponse(int HttpStatus, byte[] Body, string? ContentType)
{
    /// <summary>How long to hold it back; infinite for a response that never comes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Headers besides the media type and those that frame the body.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Pads the body with spaces to this length.</summary>
    public long PaddedLength { get; init; }

    public bool IsGzipped { get; init; }

    public bool IsTruncated { get; init; }

    /// <summary>How long each byte of the body takes.</summary>
    public TimeSpan TimePerByte { get; init; }

    /// <summary>Ends the connection instead of responding.</summary>
    public ConnectionTermination? Termination { get; init; }
}
