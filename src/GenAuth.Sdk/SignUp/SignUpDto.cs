using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/signup</c> with an SMS code, and all that is known of the operation.</summary>
internal readonly record struct SignUpDto(
    [property: JsonPropertyName("connection")] string Connection,
    [property: JsonPropertyName("passCodePayload")] PassCodePayload PassCodePayload,
    [property: JsonPropertyName("profile")] SignUpDto.SignUpProfilePayload? Profile,
    [property: JsonPropertyName("options")] SignUpDto.SignUpOptionsPayload? Options)
{
    public static readonly Operation<GenAuthResponse<GenAuthUser>> Operation = new("SignUpByPhonePassCode", "/api/v3/signup", CreateResponse)
    {
        Text = new OutcomeText(
            notProcessed: "No account was created.",
            unknown: "An account may have been created and the code used: try to sign in, or ask for a new code.",
            processed: "An account was created, but the answer does not say which: try to sign in."),
    };

    public static SignUpDto Create(string phoneNumber, string passCode, string? phoneCountryCode, SignUpProfile? profile, string? clientIp) => new(
        "PASSCODE",
        PassCodePayload.Create(phoneNumber, passCode, phoneCountryCode),
        SignUpProfilePayload.Create(profile),
        clientIp is null ? null : new SignUpOptionsPayload(clientIp));

    private static GenAuthResponse<GenAuthUser>? CreateResponse(in ResponseMetadata metadata, ReadOnlySpan<byte> data)
    {
        if (!metadata.IsSuccess)
            return new GenAuthResponse<GenAuthUser>(metadata, null);

        return JsonMembers.Read(data, GenAuthUser.Read) is { } user ? new GenAuthResponse<GenAuthUser>(metadata, user) : null;
    }

    internal sealed record SignUpOptionsPayload([property: JsonPropertyName("clientIp")] string ClientIp);

    internal sealed record SignUpProfilePayload(
        [property: JsonPropertyName("name")] string? Name,
        [property: JsonPropertyName("nickname")] string? Nickname,
        [property: JsonPropertyName("username")] string? Username,
        [property: JsonPropertyName("email")] string? Email,
        [property: JsonPropertyName("photo")] string? Photo,
        [property: JsonPropertyName("customData")] JsonObject? CustomData)
    {
        /// <summary>What must not come back in an exception or a log.</summary>
        [JsonIgnore]
        public IEnumerable<string> PrivateValues => new[] { Name, Nickname, Username, Email, Photo }.OfType<string>();

        public static SignUpProfilePayload? Create(SignUpProfile? profile) => profile is null
            ? null
            : new(profile.Name, profile.Nickname, profile.Username, profile.Email, profile.Photo, profile.CustomData);
    }
}
