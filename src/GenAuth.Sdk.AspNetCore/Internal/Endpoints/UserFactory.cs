using System.Security.Claims;

using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>Turns a validated id token into the user of the application.</summary>
internal sealed class UserFactory
{
    private const string AuthenticationType = "GenAuth";

    private readonly Func<PhoneSignInLogin, ValueTask<ClaimsPrincipal?>>? _createPrincipal;

    public UserFactory(GenAuthPhoneSignInOptions options) => _createPrincipal = options.CreatePrincipal;

    /// <summary>The user; null when the application refuses it.</summary>
    public async ValueTask<ClaimsPrincipal?> CreateAsync(HttpContext context, ClaimsIdentity idToken, LoginTokens tokens)
    {
        ClaimsPrincipal user = CreateDefault(idToken);
        return _createPrincipal is null ? user : await _createPrincipal(new PhoneSignInLogin(context, idToken, tokens, user)).ConfigureAwait(false);
    }

    private static ClaimsPrincipal CreateDefault(ClaimsIdentity idToken)
    {
        Claim subject = idToken.FindFirst(JwtRegisteredClaimNames.Sub)!;
        var identity = new ClaimsIdentity(AuthenticationType);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, subject.Value, ClaimValueTypes.String, subject.Issuer));
        identity.AddClaim(new Claim(JwtRegisteredClaimNames.Iss, subject.Issuer, ClaimValueTypes.String, subject.Issuer));
        if (idToken.FindFirst(JwtRegisteredClaimNames.Name) is { Value.Length: > 0 } name)
            identity.AddClaim(new Claim(ClaimTypes.Name, name.Value, ClaimValueTypes.String, subject.Issuer));
        return new ClaimsPrincipal(identity);
    }
}
