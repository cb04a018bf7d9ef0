using System.Net;
using System.Text.Json;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>What came back.</summary>
internal sealed record WireAnswer(HttpStatusCode HttpStatus, string? ContentType, int? RetryAfter, string Text)
{
    public int StatusCode => Json.GetProperty("statusCode").GetInt32();

    public int? ApiCode => Json.TryGetProperty("apiCode", out JsonElement value) ? value.GetInt32() : null;

    public string? Message => Json.GetProperty("message").GetString();

    public string? RequestId => Json.TryGetProperty("requestId", out JsonElement value) ? value.GetString() : null;

    /// <summary>The raw text of <c>data</c>.</summary>
    public string? Data => Json.TryGetProperty("data", out JsonElement value) ? value.GetRawText() : null;

    /// <summary>Whether a pre-checked code was right.</summary>
    public bool IsValid => Json.GetProperty("data").GetProperty("isValid").GetBoolean();

    /// <summary>A text in <c>data</c>; null when it is null or absent.</summary>
    public string? GetData(string name) => Json.GetProperty("data").TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
}
