using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenAuth.Sdk.Internal;

/// <summary>Source-generated serialization of the wire types: no reflection, so trimming and AOT are safe.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SendSMSDto))]
internal sealed partial class GenAuthJsonContext : JsonSerializerContext
{
    // A body is no HTML page: "+86" stays "+86", as the service's documentation writes it.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Serialize(SendSMSDto body)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            JsonSerializer.Serialize(writer, body, Default.SendSMSDto);
        return buffer.ToArray();
    }
}
