using System.Text.Json;

namespace GenAuth.Sdk.Internal.Json;

/// <summary>Reads the <c>data</c> of an answer. A member that is missing or of another type is null, and never fails the call.</summary>
internal static class JsonData
{
    /// <summary>Reads the members of an object; null when the data is no object, or when the reader finds it incomplete.</summary>
    public static TResult? Read<TResult>(ReadOnlySpan<byte> data, Func<JsonElement, TResult?> read)
    {
        if (data.IsEmpty)
            return default;

        byte[] json = data.ToArray();
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object ? read(document.RootElement) : default;
        }
        finally
        {
            // Tokens stand in it.
            Array.Clear(json, 0, json.Length);
        }
    }

    /// <summary>A text that is not empty.</summary>
    public static string? GetText(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement member) || member.ValueKind is not JsonValueKind.String)
            return null;

        try
        {
            return member.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8 or half a surrogate pair is JSON, but no text.
            return null;
        }
    }

    public static bool? GetFlag(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? member.ValueKind is JsonValueKind.True
            : null;

    /// <summary>A whole number, in any spelling of JSON.</summary>
    public static int? GetNumber(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement member))
            return null;

        return member.ValueKind switch
        {
            JsonValueKind.Number => WholeNumber.Parse(member.GetRawText()),
            JsonValueKind.String => WholeNumber.Parse(element.GetText(name) ?? string.Empty),
            _ => null,
        };
    }

    /// <summary>A number of seconds.</summary>
    public static TimeSpan? GetSeconds(this JsonElement element, string name) =>
        element.GetNumber(name) is { } seconds and >= 0 ? TimeSpan.FromSeconds(seconds) : null;
}
