using System.Security.Claims;
using System.Text;

using GenAuth.Sdk.AspNetCore.Internal.Telemetry;

using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.AspNetCore.Internal.Tokens;

/// <summary>Tells id tokens of the service, for this application and good now, from all others. The algorithm is the option's, never the token's.</summary>
internal sealed class IdTokenValidator
{
    private const string AccessTokenType = "at+jwt";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _parameters;
    private readonly SigningKeys? _keys;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <param name="issuer">Whose tokens.</param>
    /// <param name="client">The application they are for, and its secret.</param>
    /// <param name="keys">The service's keys; null for tokens that are signed with the application's secret.</param>
    /// <param name="clock">The clock that tokens end by.</param>
    /// <param name="logger">Where it says why a token is refused.</param>
    public IdTokenValidator(string issuer, GenAuthClientOptions client, SigningKeys? keys, TimeProvider clock, ILogger logger)
    {
        _keys = keys;
        _clock = clock;
        _logger = logger;
        _parameters = new TokenValidationParameters
        {
            ValidAlgorithms = [keys is null ? SecurityAlgorithms.HmacSha256 : SecurityAlgorithms.RsaSha256],
            IssuerSigningKey = keys is null ? new SymmetricSecurityKey(Encoding.UTF8.GetBytes(client.AppSecret!)) : null,
            ValidIssuer = issuer,
            ValidAudience = client.AppId,
            LifetimeValidator = IsGoodNow,
            TypeValidator = RefuseAccessTokens,
        };
    }

    /// <summary>Whether tokens can be validated now. Asked before a code is used up.</summary>
    public async Task<bool> IsReadyAsync() => _keys is null || await _keys.GetAsync().ConfigureAwait(false) is not null;

    /// <summary>The claims of a valid token, by their names in it; null when it is not valid.</summary>
    public async Task<ClaimsIdentity?> ValidateAsync(string? token)
    {
        if (token is null)
            return null;

        TokenValidationResult result = await ValidateAsync(token, _keys is null ? null : await _keys.GetAsync().ConfigureAwait(false)).ConfigureAwait(false);
        if (result.Exception is SecurityTokenInvalidSignatureException && _keys is not null)
            result = await ValidateAsync(token, await _keys.RefreshAsync().ConfigureAwait(false)).ConfigureAwait(false);

        if (result.IsValid && !string.IsNullOrEmpty(result.ClaimsIdentity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value))
            return result.ClaimsIdentity;

        _logger.TokenRefused(result.Exception?.GetType().Name ?? "a missing subject");
        return null;
    }

    private Task<TokenValidationResult> ValidateAsync(string token, IReadOnlyCollection<SecurityKey>? keys)
    {
        TokenValidationParameters parameters = _parameters.Clone();
        if (_keys is not null)
            parameters.IssuerSigningKeys = keys ?? [];
        return _handler.ValidateTokenAsync(token, parameters);
    }

    private bool IsGoodNow(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        DateTime now = _clock.GetUtcNow().UtcDateTime;

        // The skew goes to the clock, because a moment that a token does not name can come as the first of all, and nothing is before that.
        return expires is { } end && now - ClockSkew < end && (notBefore is not { } start || now + ClockSkew >= start);
    }

    // An access token has the same issuer and audience, and its bearer need not be the user.
    private static string RefuseAccessTokens(string type, SecurityToken token, TokenValidationParameters parameters) =>
        type is not null && type.EndsWith(AccessTokenType, StringComparison.OrdinalIgnoreCase)
            ? throw new SecurityTokenInvalidTypeException("An access token is no id token.")
            : type ?? string.Empty;
}
