using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenAuth.Sdk.Internal.Json;

/// <summary>Serializes request bodies.</summary>
internal static class JsonBody
{
    private const int MaxLength = 64 * 1024;

    // Relaxed escaping keeps "+86" readable, and is safe because a body is never embedded in HTML.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static MemoryStream? _json;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Serializes <paramref name="body"/>, whose texts were checked.</summary>
    /// <param name="body">The body.</param>
    /// <param name="type">How it is serialized.</param>
    /// <param name="unbounded">The name of the parameter whose values may be of any length; null when all are bounded.</param>
    /// <exception cref="ArgumentException">The body is larger than 64 KiB.</exception>
    public static byte[] Serialize<T>(T body, JsonTypeInfo<T> type, string? unbounded = null)
    {
        MemoryStream json = _json ??= new MemoryStream();
        Utf8JsonWriter writer = _writer ??= new Utf8JsonWriter(json, WriterOptions);
        json.SetLength(0);
        writer.Reset();

        // JsonSerializer skips the generated writing code when the encoder is not its default.
        type.SerializeHandler!(writer, body);
        writer.Flush();
        byte[] bytes = json.ToArray();

        // The buffers stay with the thread, and no private value may stay with them.
        Array.Clear(json.GetBuffer(), 0, bytes.Length);
        if (bytes.Length <= MaxLength)
            return bytes;

        _json = null;
        _writer = null;
        throw new ArgumentException("The request body would be larger than 64 KiB.", unbounded);
    }
}
