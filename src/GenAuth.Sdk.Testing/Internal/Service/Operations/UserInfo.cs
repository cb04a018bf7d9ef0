using System.Text.Json;

using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Says whose access token it is, in the terms of OpenID Connect instead of the service's envelope.</summary>
internal sealed class UserInfo : EmulatedOperation
{
    public UserInfo()
        : base("UserInfo", "/oidc/me")
    {
        Method = "GET";
        NeedsApplication = false;
        NeedsUser = true;
    }

    public override WireResponse RefuseStranger(ServiceRequest request)
    {
        // RFC 6750: a request without a token learns the scheme only.
        bool hasToken = request.Received.AccessToken is not null;
        WireResponse response = ServiceResponse.CreateBare(body => body.WriteString("error", hasToken ? "invalid_token" : "invalid_request"));
        return response with { HttpStatus = 401, Headers = [("WWW-Authenticate", hasToken ? "Bearer error=\"invalid_token\"" : "Bearer")] };
    }

    public override Decision Decide(ServiceRequest request) => Decision.Accept(() => ServiceResponse.CreateBare(claims => WriteClaims(claims, request.SignedIn!)));

    private static void WriteClaims(Utf8JsonWriter claims, SignedInUser signedIn)
    {
        claims.WriteString("sub", signedIn.User.UserId);
        foreach ((string name, object value) in ProfileClaims.Create(signedIn.User, signedIn.Scope))
        {
            if (value is bool flag)
                claims.WriteBoolean(name, flag);
            else
                claims.WriteString(name, (string)value);
        }
    }
}
