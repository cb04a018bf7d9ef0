using System.Text.Json;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>One event of a stream, and the lines that it came in.</summary>
internal sealed record ServerSentEvent(IReadOnlyList<string> Lines)
{
    public string Name => Find("event")!;

    public string? Id => Find("id");

    public JsonElement Data => JsonSerializer.Deserialize<JsonElement>(Find("data")!);

    public string? this[string member] => Data.GetProperty(member).ToString();

    private string? Find(string field) => Lines.SingleOrDefault(line => line.StartsWith(field + ": ", StringComparison.Ordinal))?[(field.Length + 2)..];
}
