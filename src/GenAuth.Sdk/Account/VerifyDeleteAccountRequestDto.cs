using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/verify-delete-account-request</c> with an SMS code, and all that is known of the operation.</summary>
internal readonly record struct VerifyDeleteAccountRequestDto(
    [property: JsonPropertyName("verifyMethod")] string VerifyMethod,
    [property: JsonPropertyName("phonePassCodePayload")] PhonePassCodePayload PhonePassCodePayload)
{
    public static readonly Operation<GenAuthResponse<ActionToken>> Operation = new("VerifyDeleteAccountRequest", "/api/v3/verify-delete-account-request", ActionToken.ReadFrom("deleteAccountToken"))
    {
        Text = new OutcomeText(
            notProcessed: "The deletion of the account was not begun.",
            unknown: "The account is there, but the code may have been used: ask for a new one before deleting the account.",
            processed: "The account is there, and the code was used, but the answer holds no token to delete the account with: ask for a new code."),
    };

    public static VerifyDeleteAccountRequestDto Create(string phoneNumber, string passCode, string? phoneCountryCode) =>
        new("PHONE_PASSCODE", PhonePassCodePayload.Create(phoneNumber, passCode, phoneCountryCode));
}
