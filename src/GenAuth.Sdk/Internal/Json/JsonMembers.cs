using System.Text.Json;

namespace GenAuth.Sdk.Internal.Json;

/// <summary>The members of an answer's <c>data</c>. One that is missing, unreadable or of another type is null, and never fails the call.</summary>
internal sealed class JsonMembers
{
    // Of duplicate members the last counts.
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private JsonMembers(JsonElement data)
    {
        foreach (JsonProperty member in data.EnumerateObject())
        {
            if (Read(() => member.Name) is { } name)
                _members[name] = member.Value;
        }
    }

    public IEnumerable<KeyValuePair<string, JsonElement>> All => _members;

    /// <summary>Reads the members of an object; default when the data is no object, or when the reader finds it incomplete.</summary>
    public static TResult? Read<TResult>(ReadOnlySpan<byte> data, Func<JsonMembers, TResult?> read)
    {
        if (data.IsEmpty)
            return default;

        byte[] json = data.ToArray();
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object ? read(new JsonMembers(document.RootElement)) : default;
        }
        finally
        {
            // Tokens stand in it.
            Array.Clear(json, 0, json.Length);
        }
    }

    /// <summary>Whether a member is there and not null.</summary>
    public bool Has(string name) => _members.TryGetValue(name, out JsonElement member) && member.ValueKind is not JsonValueKind.Null;

    /// <summary>A text that is not empty.</summary>
    public string? GetText(string name) =>
        _members.TryGetValue(name, out JsonElement member) && member.ValueKind is JsonValueKind.String && Read(member.GetString) is { Length: > 0 } text ? text : null;

    public bool? GetFlag(string name) =>
        _members.TryGetValue(name, out JsonElement member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? member.ValueKind is JsonValueKind.True
            : null;

    /// <summary>A whole number, in any spelling of JSON.</summary>
    public int? GetNumber(string name)
    {
        if (!_members.TryGetValue(name, out JsonElement member))
            return null;

        return member.ValueKind switch
        {
            JsonValueKind.Number => WholeNumber.Parse(member.GetRawText()),
            JsonValueKind.String => WholeNumber.Parse(GetText(name) ?? string.Empty),
            _ => null,
        };
    }

    /// <summary>A number of seconds.</summary>
    public TimeSpan? GetSeconds(string name) => GetNumber(name) is { } seconds and >= 0 ? TimeSpan.FromSeconds(seconds) : null;

    // Invalid UTF-8 or half a surrogate pair is JSON, but no text.
    private static string? Read(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
