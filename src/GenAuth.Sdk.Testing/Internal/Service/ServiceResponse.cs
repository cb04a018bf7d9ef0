using System.Text.Encodings.Web;
using System.Text.Json;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A response in the service's own envelope.</summary>
internal sealed record ServiceResponse(int StatusCode, int? ApiCode, string Message)
{
    private const string Json = "application/json; charset=utf-8";

    // Chinese stays readable in whatever a failing test prints.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The service says 200 to HTTP for nearly every failure.</summary>
    public int HttpStatus { get; init; } = StatusCode == 429 ? 429 : 200;

    /// <summary>Writes the members of <c>data</c>; null leaves <c>data</c> out.</summary>
    public Action<Utf8JsonWriter>? WriteData { get; init; }

    /// <summary>Creates a JSON response without the envelope.</summary>
    public static WireResponse CreateBare(Action<Utf8JsonWriter> writeMembers)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return new WireResponse(200, buffer.ToArray(), Json);
    }

    /// <summary>Creates what is sent.</summary>
    /// <param name="requestId">The id of the request; null leaves the member out.</param>
    public WireResponse ToWire(string? requestId) => CreateBare(writer => WriteMembers(writer, requestId)) with { HttpStatus = HttpStatus };

    private void WriteMembers(Utf8JsonWriter writer, string? requestId)
    {
        writer.WriteNumber("statusCode", StatusCode);
        writer.WriteString("message", Message);
        if (ApiCode is { } apiCode)
            writer.WriteNumber("apiCode", apiCode);
        if (requestId is not null)
            writer.WriteString("requestId", requestId);
        if (WriteData is not null)
        {
            writer.WriteStartObject("data");
            WriteData(writer);
            writer.WriteEndObject();
        }
    }
}
