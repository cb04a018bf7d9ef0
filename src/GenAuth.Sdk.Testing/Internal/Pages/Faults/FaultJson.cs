namespace GenAuth.Sdk.Testing.Internal.Pages.Faults;

/// <summary>A <see cref="Fault"/> as JSON: its kind, the parameters of that kind, and the modifiers by the names of their methods. Durations are in seconds.</summary>
internal sealed record FaultJson(FaultKind Kind)
{
    /// <summary>The operation it waits for; only in the queue.</summary>
    public string? Operation { get; init; }

    public int? StatusCode { get; init; }

    public int? ApiCode { get; init; }

    public string? Message { get; init; }

    public int? Status { get; init; }

    public string? Body { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public double? After { get; init; }

    public bool? AfterAccepting { get; init; }

    public bool? BeforeReading { get; init; }

    public double? RetryAfter { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public long? PaddedTo { get; init; }

    public bool? Gzipped { get; init; }

    public bool? Truncated { get; init; }

    public double? Dripping { get; init; }
}
