using System.Security.Claims;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore;

/// <summary>A user whose code was right and whose id token was validated, before the application signs the user in. Its <c>ToString()</c> shows nothing of it.</summary>
public sealed class PhoneSignInLogin
{
    internal PhoneSignInLogin(HttpContext httpContext, ClaimsIdentity idToken, LoginTokens tokens, ClaimsPrincipal principal)
    {
        HttpContext = httpContext;
        IdToken = idToken;
        Tokens = tokens;
        Principal = principal;
    }

    /// <summary>The request, with the services of its scope.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>The claims of the validated id token, by their names in the token: <c>sub</c>, <c>name</c>, <c>phone_number</c>.</summary>
    public ClaimsIdentity IdToken { get; }

    /// <summary>The tokens that the service issued. Private: they are in no cookie and in no response unless the application puts them there.</summary>
    public LoginTokens Tokens { get; }

    /// <summary>
    /// The user by default: <see cref="ClaimTypes.NameIdentifier"/> is the token's <c>sub</c>, <c>iss</c> its issuer, and
    /// <see cref="ClaimTypes.Name"/> its <c>name</c> where it has one. Issuer and <c>sub</c> together are the identity; the
    /// phone number is none, because numbers change hands.
    /// </summary>
    public ClaimsPrincipal Principal { get; }
}
