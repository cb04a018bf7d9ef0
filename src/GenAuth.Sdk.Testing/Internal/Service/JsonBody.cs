using System.Text.Json;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>An object of a request's body. A member that is absent, null or empty reads as null, and so does every member of an object that is not there.</summary>
internal readonly struct JsonBody
{
    private readonly JsonElement _object;
    private readonly string _path;

    public JsonBody(JsonElement @object)
        : this(@object, string.Empty)
    {
    }

    private JsonBody(JsonElement @object, string path)
    {
        _object = @object;
        _path = path;
    }

    /// <summary>The text of a member; null when it is none.</summary>
    public string? GetText(string name)
    {
        try
        {
            return TryGet(name, out JsonElement member) && member.ValueKind is JsonValueKind.String && member.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON, but no text.
            return null;
        }
    }

    /// <summary>What is wrong with a text that is required, in English; null when it is there.</summary>
    public string? FindMissing(string name) => GetText(name) is null ? NameOf(name) + " must be a string and is required." : null;

    /// <summary>What is wrong with a text that must be this one, in English; null when it is.</summary>
    public string? FindOther(string name, string required) => GetText(name) == required ? null : $"{NameOf(name)} must be {required}.";

    /// <summary>Whether a member is the literal <c>true</c>.</summary>
    public bool IsTrue(string name) => TryGet(name, out JsonElement member) && member.ValueKind is JsonValueKind.True;

    public JsonBody GetObject(string name) => new(TryGet(name, out JsonElement member) ? member : default, _path + name + ".");

    /// <summary>Whether a member is there and neither null nor an empty text.</summary>
    public bool Has(string name) => TryGet(name, out JsonElement member) && member.ValueKind is not JsonValueKind.Null && !(member.ValueKind is JsonValueKind.String && member.ValueEquals(string.Empty));

    /// <summary>The name of a member in messages, the objects around it included.</summary>
    public string NameOf(string name) => _path + name;

    private bool TryGet(string name, out JsonElement member)
    {
        member = default;
        try
        {
            return _object.ValueKind is JsonValueKind.Object && _object.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException)
        {
            // The name of another member is no text, see GetText.
            return false;
        }
    }
}
