using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Tokens;

/// <summary>Tells access tokens of the emulator from all others: by signature, kind, moment, application and user. It needs no list of them.</summary>
internal sealed class AccessTokenReader
{
    private static readonly JsonWebTokenHandler Handler = new();

    private readonly TimeProvider _clock;
    private readonly Applications _applications;
    private readonly UserDirectory _users;

    public AccessTokenReader(TimeProvider clock, Applications applications, UserDirectory users)
    {
        _clock = clock;
        _applications = applications;
        _users = users;
    }

    /// <summary>Whose token it is; null when it is none of the emulator's, or not good any more.</summary>
    /// <param name="accessToken">The token; null is none.</param>
    /// <param name="appId">The application that it must be for; null for any.</param>
    public SignedInUser? Read(string? accessToken, string? appId)
    {
        if (accessToken is null)
            return null;

        // Completes at once, because the key is at hand.
        TokenValidationResult result = Handler.ValidateTokenAsync(accessToken, CreateParameters(appId)).GetAwaiter().GetResult();
        return result is { IsValid: true, SecurityToken: JsonWebToken token } && _users.FindById(token.Subject) is { } user
            ? new SignedInUser(user, Scope.Parse(token.GetPayloadValue<string>("scope")))
            : null;
    }

    // The issuer follows from the address that a request took, and one emulator has several: the key says enough.
    private TokenValidationParameters CreateParameters(string? appId) => new()
    {
        IssuerSigningKey = SigningKey.Value,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidTypes = [TokenIssuer.AccessTokenType],
        IssuerValidator = static (issuer, _, _) => issuer,
        AudienceValidator = (audiences, _, _) => audiences.Any(audience => appId is null ? _applications.Has(audience) : audience == appId),
        LifetimeValidator = (_, expires, _, _) => expires > _clock.GetUtcNow().UtcDateTime,
    };
}
