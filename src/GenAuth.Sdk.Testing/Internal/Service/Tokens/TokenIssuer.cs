using System.Text;

using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Tokens;

/// <summary>Makes the tokens of a sign-in. The header <c>typ</c> tells access tokens from id tokens.</summary>
internal sealed class TokenIssuer
{
    public const string AccessTokenType = "at+jwt";

    /// <summary>How long access and id tokens are good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(7200);

    private const string IdTokenType = "JWT";

    // Only the emulator's clock has a say in the moments.
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly TimeProvider _clock;
    private readonly byte[]? _idTokenSecret;

    public TokenIssuer(EmulatorSettings settings)
    {
        _clock = settings.Clock;
        _idTokenSecret = settings.IdTokenAlgorithm is IdTokenAlgorithm.HS256 ? Encoding.UTF8.GetBytes(settings.AppSecret!) : null;
    }

    public string CreateAccessToken(EmulatedUser user, string appId, string issuer, Scope scope) => CreateToken(
        AccessTokenType,
        CreateRsaCredentials(),
        appId,
        issuer,
        new() { ["sub"] = user.UserId, ["jti"] = Guid.NewGuid().ToString("N"), ["scope"] = scope.ToString() });

    public string CreateIdToken(EmulatedUser user, string appId, string issuer, Scope scope)
    {
        SigningCredentials credentials = _idTokenSecret is null
            ? CreateRsaCredentials()
            : new SigningCredentials(new SymmetricSecurityKey(_idTokenSecret), SecurityAlgorithms.HmacSha256);
        return CreateToken(IdTokenType, credentials, appId, issuer, new(ProfileClaims.Create(user, scope)) { ["sub"] = user.UserId });
    }

    private static SigningCredentials CreateRsaCredentials() => new(SigningKey.Value, SecurityAlgorithms.RsaSha256);

    private string CreateToken(string type, SigningCredentials credentials, string appId, string issuer, Dictionary<string, object> claims)
    {
        DateTime now = _clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = issuer,
            Audience = appId,
            IssuedAt = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = credentials,
        });
    }
}
