using System.Text.Json;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Registers the user of a phone number.</summary>
internal sealed class SignUp : PhoneCodeOperation
{
    public SignUp(ServiceState state)
        : base(state, "SignUpByPhonePassCode", "/api/v3/signup", SmsChannel.Register, new CodeFields("passCodePayload", "phone"))
    {
    }

    protected override string? FindOtherError(JsonBody body) => body.FindOther("connection", "PASSCODE");

    protected override WireResponse? CheckUser(ServiceRequest request)
    {
        if (State.Settings.RegistrationDisabled)
            return request.Fail(499, GenAuthApiCodes.RegistrationDisabled);
        return FindOwner(request) is null ? null : request.Fail(499, GenAuthApiCodes.UserExists);
    }

    protected override WireResponse Complete(ServiceRequest request)
    {
        JsonBody profile = request.Body.GetObject("profile");
        EmulatedUser user = State.Users.Register(new EmulatedUser
        {
            PhoneCountryCode = request.Phone!.CountryCode,
            PhoneNumber = request.Phone.Number,
            Name = profile.GetText("name"),
            Nickname = profile.GetText("nickname"),
            Username = profile.GetText("username"),
            Email = profile.GetText("email"),
            Photo = profile.GetText("photo"),
        });
        return request.Succeed(data => WriteUser(data, user));
    }

    // A null text is written as null, as the service does.
    private static void WriteUser(Utf8JsonWriter data, EmulatedUser user)
    {
        data.WriteString("userId", user.UserId);
        data.WriteString("createdAt", user.CreatedAt);
        data.WriteString("updatedAt", user.CreatedAt);
        data.WriteString("status", "Activated");
        data.WriteString("workStatus", "Active");
        data.WriteString("phone", user.PhoneNumber);
        data.WriteString("phoneCountryCode", user.PhoneCountryCode);
        data.WriteString("email", user.Email);
        data.WriteString("username", user.Username);
        data.WriteString("name", user.Name);
        data.WriteString("nickname", user.Nickname);
        data.WriteString("photo", user.Photo);
        data.WriteString("gender", "U");
        data.WriteBoolean("phoneVerified", true);
        data.WriteBoolean("emailVerified", false);
        data.WriteNumber("loginsCount", user.LoginsCount);
        data.WriteNull("lastLogin");
        data.WriteNull("lastIp");
        data.WriteNull("externalId");
        data.WriteStartObject("customData");
        data.WriteEndObject();
    }
}
