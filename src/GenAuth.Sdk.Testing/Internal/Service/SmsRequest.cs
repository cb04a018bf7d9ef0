using System.Text.Json;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The body of a send, as far as it could be read: a member that is missing or of the wrong type is null.</summary>
internal sealed record SmsRequest(string? Channel, string? PhoneNumber, string? PhoneCountryCode)
{
    /// <summary>Reads the body; null when it is no JSON object.</summary>
    public static SmsRequest? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            JsonElement root = document.RootElement;
            if (root.ValueKind is not JsonValueKind.Object)
                return null;

            return new SmsRequest(Text(root, "channel"), Text(root, "phoneNumber"), ReadCountryCode(root));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The English text of what is wrong with it; null when nothing is. Values are not repeated.</summary>
    public string? Fault()
    {
        if (Channel is null)
            return "channel must be a string and is required.";
        if (PhoneNumber is null)
            return "phoneNumber must be a string and is required.";
        if (!Channels.IsKnown(Channel))
            return "channel must be one of " + Channels.List + ".";
        return PhoneCountryCode is null ? "phoneCountryCode must be a string of digits, \"+86\" for example." : null;
    }

    /// <summary>Who gets the SMS, once <see cref="Fault"/> has nothing to say.</summary>
    public Recipient RecipientFor(string appId) => new(appId, PhoneCountryCode!, PhoneNumber!, Channel!);

    private static string? ReadCountryCode(JsonElement root) =>
        !root.TryGetProperty("phoneCountryCode", out JsonElement member) || member.ValueKind is JsonValueKind.Null
            ? CountryCode.China
            : member.ValueKind is JsonValueKind.String && Read(member) is { } text ? CountryCode.Normalize(text) : null;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement member) && member.ValueKind is JsonValueKind.String && Read(member) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    private static string? Read(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON, but no text.
            return null;
        }
    }
}
