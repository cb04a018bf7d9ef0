using System.Net;
using System.Text.Json;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>What the REST API answered.</summary>
internal sealed record RestAnswer(HttpStatusCode Status, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string? Detail => MediaType == "application/problem+json" ? Json.GetProperty("detail").GetString() : null;

    public string? this[string member] => Json.GetProperty(member).GetString();
}
