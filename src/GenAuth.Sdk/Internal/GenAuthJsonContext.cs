using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenAuth.Sdk.Internal;

/// <summary>Source-generated serialization of the wire types: no reflection, so trimming and AOT are safe.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SendSMSDto))]
[JsonSerializable(typeof(SendSMSRespDto))]
internal sealed partial class GenAuthJsonContext : JsonSerializerContext
{
    // A body is no HTML page: "+86" stays "+86", as the service's documentation writes it.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static MemoryStream? _json;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    // JsonSerializer would not use the generated writing code together with an encoder that is not its default.
    public static byte[] Serialize(SendSMSDto body)
    {
        MemoryStream json = _json ??= new MemoryStream();
        Utf8JsonWriter writer = _writer ??= new Utf8JsonWriter(json, WriterOptions);
        json.SetLength(0);
        writer.Reset();
        Default.SendSMSDto.SerializeHandler!(writer, body);
        writer.Flush();
        return json.ToArray();
    }
}
