using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/verify-reset-password-request</c> with an SMS code, and all that is known of the operation.</summary>
internal readonly record struct VerifyResetPasswordRequestDto(
    [property: JsonPropertyName("verifyMethod")] string VerifyMethod,
    [property: JsonPropertyName("phonePassCodePayload")] PhonePassCodePayload PhonePassCodePayload)
{
    public static readonly Operation<GenAuthResponse<ActionToken>> Operation = new("VerifyResetPasswordRequest", "/api/v3/verify-reset-password-request", ActionToken.ReadFrom("passwordResetToken"))
    {
        Text = new OutcomeText(
            notProcessed: "The reset of the password was not begun.",
            unknown: "The code may have been used: ask for a new one before resetting the password.",
            processed: "The code was used, but the answer holds no token to reset the password with: ask for a new code."),
    };

    public static VerifyResetPasswordRequestDto Create(string phoneNumber, string passCode, string? phoneCountryCode) =>
        new("PHONE_PASSCODE", PhonePassCodePayload.Create(phoneNumber, passCode, phoneCountryCode));
}
