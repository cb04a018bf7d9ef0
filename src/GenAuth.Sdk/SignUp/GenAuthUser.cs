using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

/// <summary>A user of the user pool. Immutable; private, and printed as the id alone.</summary>
/// <remarks>Every member but <see cref="UserId"/> may be null. A member of an unexpected type stands in <see cref="Other"/>.</remarks>
public sealed record GenAuthUser
{
    private static readonly string[] Texts =
        ["userId", "createdAt", "updatedAt", "status", "workStatus", "externalId", "phone", "phoneCountryCode", "email", "username", "name", "nickname", "photo", "gender", "lastLogin", "lastIp"];

    /// <summary>The id, which never changes.</summary>
    [JsonPropertyName("userId")]
    public string UserId { get; init; } = string.Empty;

    /// <summary>When the account was created, as the service writes it (ISO 8601).</summary>
    [JsonPropertyName("createdAt")]
    public string? CreatedAt { get; init; }

    /// <summary>When the account was changed last, as the service writes it (ISO 8601).</summary>
    [JsonPropertyName("updatedAt")]
    public string? UpdatedAt { get; init; }

    /// <summary>The status of the account, <c>Activated</c> for example.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    /// <summary>The status at work, <c>Active</c> for example.</summary>
    [JsonPropertyName("workStatus")]
    public string? WorkStatus { get; init; }

    /// <summary>The id in the application's own system.</summary>
    [JsonPropertyName("externalId")]
    public string? ExternalId { get; init; }

    /// <summary>The phone number without its country code.</summary>
    [JsonPropertyName("phone")]
    public string? Phone { get; init; }

    /// <summary>The country code of the phone number.</summary>
    [JsonPropertyName("phoneCountryCode")]
    public string? PhoneCountryCode { get; init; }

    /// <summary>Whether the phone number was verified.</summary>
    [JsonPropertyName("phoneVerified")]
    public bool? PhoneVerified { get; init; }

    /// <summary>The e-mail address.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; init; }

    /// <summary>Whether the e-mail address was verified.</summary>
    [JsonPropertyName("emailVerified")]
    public bool? EmailVerified { get; init; }

    /// <summary>The user name.</summary>
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    /// <summary>The full name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>The nickname.</summary>
    [JsonPropertyName("nickname")]
    public string? Nickname { get; init; }

    /// <summary>The address of a picture.</summary>
    [JsonPropertyName("photo")]
    public string? Photo { get; init; }

    /// <summary>The gender: <c>M</c>, <c>F</c> or <c>U</c>.</summary>
    [JsonPropertyName("gender")]
    public string? Gender { get; init; }

    /// <summary>How often the user signed in.</summary>
    [JsonPropertyName("loginsCount")]
    public int? LoginsCount { get; init; }

    /// <summary>When the user signed in last, as the service writes it (ISO 8601).</summary>
    [JsonPropertyName("lastLogin")]
    public string? LastLogin { get; init; }

    /// <summary>The address from which the user signed in last.</summary>
    [JsonPropertyName("lastIp")]
    public string? LastIp { get; init; }

    /// <summary>Every other member of the answer, and each of the above whose type was unexpected; null when there is none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Other { get; init; }

    /// <summary>Reads a user; null without an id.</summary>
    internal static GenAuthUser? Read(JsonMembers data)
    {
        if (data.GetText("userId") is not { } userId)
            return null;

        return new GenAuthUser
        {
            UserId = userId,
            CreatedAt = data.GetText("createdAt"),
            UpdatedAt = data.GetText("updatedAt"),
            Status = data.GetText("status"),
            WorkStatus = data.GetText("workStatus"),
            ExternalId = data.GetText("externalId"),
            Phone = data.GetText("phone"),
            PhoneCountryCode = data.GetText("phoneCountryCode"),
            PhoneVerified = data.GetFlag("phoneVerified"),
            Email = data.GetText("email"),
            EmailVerified = data.GetFlag("emailVerified"),
            Username = data.GetText("username"),
            Name = data.GetText("name"),
            Nickname = data.GetText("nickname"),
            Photo = data.GetText("photo"),
            Gender = data.GetText("gender"),
            LoginsCount = data.GetNumber("loginsCount"),
            LastLogin = data.GetText("lastLogin"),
            LastIp = data.GetText("lastIp"),
            Other = ReadOther(data),
        };
    }

    private static Dictionary<string, JsonElement>? ReadOther(JsonMembers data)
    {
        Dictionary<string, JsonElement>? other = null;
        foreach (KeyValuePair<string, JsonElement> member in data.All)
        {
            // Cloned, because the document ends with the call.
            if (!IsRead(member.Key, member.Value))
                (other ??= [])[member.Key] = member.Value.Clone();
        }

        return other;
    }

    private static bool IsRead(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => Texts.Contains(name) || name is "phoneVerified" or "emailVerified" or "loginsCount",
        JsonValueKind.String => Texts.Contains(name),
        JsonValueKind.True or JsonValueKind.False => name is "phoneVerified" or "emailVerified",
        JsonValueKind.Number => name is "loginsCount" && WholeNumber.Parse(value.GetRawText()) is not null,
        _ => false,
    };

    // The profile is private.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("UserId = ").Append(UserId);
        return true;
    }
}
