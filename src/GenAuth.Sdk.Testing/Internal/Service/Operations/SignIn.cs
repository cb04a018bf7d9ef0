using System.Security.Cryptography;
using System.Text.Json;

using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Signs the user of a phone number in, registering a new one where the request asks for that.</summary>
internal sealed class SignIn : PhoneCodeOperation
{
    private const int RefreshTokenBytes = 32;

    public SignIn(ServiceState state)
        : base(state, "SignInByPhonePassCode", "/api/v3/signin", SmsChannel.Login, new CodeFields("passCodePayload", "phone"))
    {
    }

    protected override string? FindOtherError(JsonBody body) => body.FindOther("connection", "PASSCODE");

    protected override WireResponse? CheckCredentials(ServiceRequest request)
    {
        (string? clientId, string? clientSecret) = ReadCredentials(request);
        return State.Applications.Authenticates(request.AppId!, clientId, clientSecret)
            ? null
            : request.Fail(499, Messages.ClientCredentialsRequired.In(request.Language));
    }

    protected override WireResponse? CheckUser(ServiceRequest request)
    {
        if (FindOwner(request) is not null)
            return null;
        if (!request.Body.GetObject("options").IsTrue("autoRegister"))
            return request.Fail(499, GenAuthApiCodes.UserNotFound);
        return State.Settings.RegistrationDisabled ? request.Fail(499, GenAuthApiCodes.RegistrationDisabled) : null;
    }

    protected override WireResponse Complete(ServiceRequest request)
    {
        EmulatedUser user = State.Users.RecordLogin(FindOwner(request) ?? State.Users.Register(new EmulatedUser
        {
            PhoneCountryCode = request.Phone!.CountryCode,
            PhoneNumber = request.Phone.Number,
        }));

        var scope = Scope.Parse(request.Body.GetObject("options").GetText("scope"));
        return request.Succeed(data => WriteTokens(data, request, user, scope));
    }

    private static (string? ClientId, string? ClientSecret) ReadCredentials(ServiceRequest request) =>
        request.Body.Has("client_id") || request.Body.Has("client_secret")
            ? (request.Body.GetText("client_id"), request.Body.GetText("client_secret"))
            : AuthorizationHeader.ReadClientCredentials(request.Received.GetHeader("authorization"));

    private void WriteTokens(Utf8JsonWriter data, ServiceRequest request, EmulatedUser user, Scope scope)
    {
        int seconds = (int)TokenIssuer.Lifetime.TotalSeconds;
        data.WriteString("access_token", State.Tokens.CreateAccessToken(user, request.AppId!, request.Issuer, scope));
        if (scope.Has("openid"))
            data.WriteString("id_token", State.Tokens.CreateIdToken(user, request.AppId!, request.Issuer, scope));
        if (scope.Has("offline_access"))
            data.WriteString("refresh_token", RandomNumberGenerator.GetHexString(2 * RefreshTokenBytes, lowercase: true));
        data.WriteString("token_type", "Bearer");
        data.WriteString("scope", scope.ToString());

        // The documentation has the first name, and the one answer that was seen had the second.
        data.WriteNumber("expire_in", seconds);
        data.WriteNumber("expires_in", seconds);
    }
}
