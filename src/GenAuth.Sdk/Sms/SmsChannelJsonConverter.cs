using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenAuth.Sdk;

/// <summary>Reads and writes an <see cref="SmsChannel"/> as its wire value, as a dictionary key too. Stateless and thread-safe.</summary>
/// <remarks>The type names it already: nothing has to be registered, and it is public so that the source generator of any assembly can use it.</remarks>
public sealed class SmsChannelJsonConverter : JsonConverter<SmsChannel>
{
    /// <summary>True: null stands for <c>default</c>.</summary>
    public override bool HandleNull => true;

    /// <summary>Reads a wire value; null is <c>default</c>.</summary>
    /// <inheritdoc />
    /// <exception cref="JsonException">The value is neither null nor text that can be a channel; the message does not repeat it.</exception>
    public override SmsChannel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String when TryRead(ref reader, out SmsChannel channel) => channel,
        _ => throw new JsonException("The value is no SMS channel."),
    };

    /// <summary>Writes the wire value; <c>default</c> is null.</summary>
    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, SmsChannel value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);

        if (value == default)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value.Value);
    }

    /// <summary>Reads a wire value from a dictionary key.</summary>
    /// <inheritdoc />
    /// <exception cref="JsonException">The key cannot be a channel; neither the message nor its path repeats it.</exception>
    public override SmsChannel ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, out SmsChannel channel)
            ? channel
            // The serializer adds a path where there is none, and the path would end in the key.
            : throw new JsonException("A key of the dictionary is no SMS channel.", path: "$", lineNumber: null, bytePositionInLine: null);

    /// <summary>Writes the wire value as a dictionary key.</summary>
    /// <inheritdoc />
    /// <exception cref="JsonException">The channel is <c>default</c>, which no key can stand for.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, SmsChannel value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);

        if (value == default)
            throw new JsonException("An unset SMS channel cannot be the key of a dictionary.");

        writer.WritePropertyName(value.Value);
    }

    private static bool TryRead(ref Utf8JsonReader reader, out SmsChannel channel)
    {
        channel = reader.GetString()!;
        return channel != default;
    }
}
