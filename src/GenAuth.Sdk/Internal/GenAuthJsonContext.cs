using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenAuth.Sdk.Internal;

/// <summary>Source-generated serialization of the wire types: no reflection, so trimming and AOT are safe.</summary>
[JsonSerializable(typeof(SendSMSDto))]
[JsonSerializable(typeof(SendSMSRespDto))]
internal sealed partial class GenAuthJsonContext : JsonSerializerContext
{
    private static readonly GenAuthJsonContext Wire = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

        // A body is no HTML page: "+86" stays "+86", as the service's documentation writes it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] Serialize(SendSMSDto body) => JsonSerializer.SerializeToUtf8Bytes(body, Wire.SendSMSDto);
}
