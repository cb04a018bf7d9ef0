namespace GenAuth.Sdk.Internal.Calls;

/// <summary>The last sentence of an exception's message: what the caller may do next. Each operation has its own.</summary>
internal sealed class OutcomeText
{
    public OutcomeText(string notProcessed, string unknown, string processed)
    {
        NotProcessed = notProcessed;
        Unknown = unknown;
        Processed = processed;
    }

    /// <summary>For an operation without sentences of its own, and for answers that a test double made.</summary>
    public static OutcomeText Neutral { get; } = new(
        "Nothing was changed.",
        "The service may have acted: look before trying again.",
        "The service acted, but what it answered cannot be used.");

    public string NotProcessed { get; }

    public string Unknown { get; }

    public string Processed { get; }

    public string Describe(RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.NotProcessed => NotProcessed,
        RequestOutcome.Processed => Processed,
        _ => Unknown,
    };
}
