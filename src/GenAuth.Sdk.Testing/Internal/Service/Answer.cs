using System.Text.Encodings.Web;
using System.Text.Json;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>An answer in the service's own format.</summary>
internal sealed record Answer(int StatusCode, int? ApiCode, string Message)
{
    // Chinese stays readable in whatever a failing test prints.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The service says 200 to HTTP for nearly every failure.</summary>
    public int HttpStatus { get; init; } = StatusCode == 429 ? 429 : 200;

    public bool HasRequestId { get; init; } = true;

    public static Answer Of(int statusCode, int? apiCode, Language language) =>
        new(statusCode, apiCode, Texts.For(statusCode, apiCode).In(language));

    public Reply ToReply(string requestId)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", StatusCode);
            writer.WriteString("message", Message);
            if (ApiCode is { } apiCode)
                writer.WriteNumber("apiCode", apiCode);
            if (HasRequestId)
                writer.WriteString("requestId", requestId);
            writer.WriteEndObject();
        }

        return new Reply(HttpStatus, buffer.ToArray(), "application/json; charset=utf-8");
    }
}
