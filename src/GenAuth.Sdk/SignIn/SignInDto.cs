using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/signin</c> with an SMS code, and all that is known of the operation.</summary>
internal readonly record struct SignInDto(
    [property: JsonPropertyName("connection")] string Connection,
    [property: JsonPropertyName("passCodePayload")] PassCodePayload PassCodePayload,
    [property: JsonPropertyName("options")] SignInDto.SignInOptionsPayload? Options,
    [property: JsonPropertyName("client_id")] string? ClientId,
    [property: JsonPropertyName("client_secret")] string? ClientSecret)
{
    public static readonly Operation<GenAuthResponse<LoginTokens>> Operation = new("SignInByPhonePassCode", "/api/v3/signin", CreateResponse)
    {
        // A second factor, a first password or missing data is asked for after the code was used up.
        ApiCodesAfterActing = [1635, 1636, 1639, 1642],
        Text = new OutcomeText(
            notProcessed: "Nobody was signed in.",
            unknown: "The code may have been used: ask for a new one.",
            processed: "The code was used, but nobody is signed in: ask for a new one."),
    };

    public static SignInDto Create(string phoneNumber, string passCode, string? phoneCountryCode, SignInOptions? options, string? clientIp, ClientCredentials credentials) => new(
        "PASSCODE",
        PassCodePayload.Create(phoneNumber, passCode, phoneCountryCode),
        SignInOptionsPayload.Create(options, clientIp),
        credentials.PostedId,
        credentials.PostedSecret);

    private static GenAuthResponse<LoginTokens>? CreateResponse(in ResponseMetadata metadata, ReadOnlySpan<byte> data)
    {
        if (!metadata.IsSuccess)
            return new GenAuthResponse<LoginTokens>(metadata, null);

        return JsonMembers.Read(data, LoginTokens.Read) is { } tokens ? new GenAuthResponse<LoginTokens>(metadata, tokens) : null;
    }

    internal sealed record SignInOptionsPayload(
        [property: JsonPropertyName("scope")] string? Scope,
        [property: JsonPropertyName("clientIp")] string? ClientIp,
        [property: JsonPropertyName("context")] JsonObject? Context,
        [property: JsonPropertyName("tenantId")] string? TenantId,
        [property: JsonPropertyName("customData")] JsonObject? CustomData,
        [property: JsonPropertyName("autoRegister")] bool? AutoRegister)
    {
        public static SignInOptionsPayload? Create(SignInOptions? options, string? clientIp) => options is null && clientIp is null
            ? null
            : new(options?.Scope, clientIp, options?.Context, options?.TenantId, options?.CustomData, options?.AutoRegister);
    }
}
