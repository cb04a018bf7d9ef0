using System.Text;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Json;

namespace GenAuth.Sdk;

/// <summary>The tokens of a signed-in user (OpenID Connect). Immutable; private, and printed without them.</summary>
public sealed record LoginTokens
{
    /// <summary>Authorizes calls for the user; null when the service issued none.</summary>
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>
    /// Says who the user is, as a signed JWT; null when the service issued none. Validate it (issuer <c>{AppHost}/oidc</c>,
    /// audience the application's id, expiry, signature) before relying on it where it may have come from somebody else.
    /// </summary>
    [JsonPropertyName("id_token")]
    public string? IdToken { get; init; }

    /// <summary>Gets new tokens without the user; null unless the scope <c>offline_access</c> was asked for.</summary>
    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    /// <summary>The type of the access token: <c>Bearer</c>, in any case; empty when the service named none.</summary>
    [JsonPropertyName("token_type")]
    public string TokenType { get; init; } = string.Empty;

    /// <summary>The scopes that were granted, separated by spaces; null when the service named none.</summary>
    [JsonPropertyName("scope")]
    public string? Scope { get; init; }

    /// <summary>How long the access token is good; null when the service did not say.</summary>
    [JsonIgnore]
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>Reads the tokens; null without an access or id token. The documentation says <c>expire_in</c>, and the service was seen to answer <c>expires_in</c>.</summary>
    internal static LoginTokens? Read(JsonMembers data)
    {
        var tokens = new LoginTokens
        {
            AccessToken = data.GetText("access_token"),
            IdToken = data.GetText("id_token"),
            RefreshToken = data.GetText("refresh_token"),
            TokenType = data.GetText("token_type") ?? string.Empty,
            Scope = data.GetText("scope"),
            ExpiresIn = data.GetSeconds("expires_in") ?? data.GetSeconds("expire_in"),
        };
        return tokens is { AccessToken: null, IdToken: null } ? null : tokens;
    }

    // The tokens are private.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(FormattableString.Invariant($"TokenType = {TokenType}, Scope = {Scope}, ExpiresIn = {ExpiresIn}"));
        return true;
    }
}
