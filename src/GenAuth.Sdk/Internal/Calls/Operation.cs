namespace GenAuth.Sdk.Internal.Calls;

/// <summary>What every layer knows of one operation of the API. Immutable; one instance per operation and process.</summary>
internal abstract class Operation
{
    protected Operation(string name, string path)
    {
        Name = name;
        SpanName = "GenAuth." + name;
        Path = path;
    }

    /// <summary>The name in exceptions, logs and tags, <c>PreCheckCode</c> for example.</summary>
    public string Name { get; }

    public string SpanName { get; }

    /// <summary>The path below <see cref="GenAuthClientOptions.AppHost"/>.</summary>
    public string Path { get; }

    /// <summary>Whether the operation sends an SMS: the one-minute rule of the service then applies.</summary>
    public bool SendsSms { get; init; }

    public UnknownOutcomeRetry UnknownOutcomeRetry { get; init; }

    /// <summary>The api codes of refusals that come after the service acted, so that they prove nothing.</summary>
    public IReadOnlyCollection<int> ApiCodesAfterActing { get; init; } = [];

    public OutcomeText Text { get; init; } = OutcomeText.Neutral;

    /// <summary>Makes the typed response.</summary>
    /// <param name="metadata">What every response carries.</param>
    /// <param name="data">The JSON of the member <c>data</c>; empty when there is none.</param>
    /// <returns>The response; null for a success without the data it promises.</returns>
    public abstract GenAuthResponse? CreateResponse(in ResponseMetadata metadata, ReadOnlySpan<byte> data);
}
