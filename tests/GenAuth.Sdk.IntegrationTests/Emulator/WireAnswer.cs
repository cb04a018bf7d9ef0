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

    private JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
}
