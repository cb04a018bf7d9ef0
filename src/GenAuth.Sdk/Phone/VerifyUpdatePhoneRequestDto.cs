using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/verify-update-phone-request</c> with SMS codes, and all that is known of the operation.</summary>
internal readonly record struct VerifyUpdatePhoneRequestDto(
    [property: JsonPropertyName("verifyMethod")] string VerifyMethod,
    [property: JsonPropertyName("phonePassCodePayload")] VerifyUpdatePhoneRequestDto.TwoPhonesPayload PhonePassCodePayload)
{
    public static readonly Operation<GenAuthResponse<ActionToken>> Operation = new("VerifyUpdatePhoneRequest", "/api/v3/verify-update-phone-request", ActionToken.ReadFrom("updatePhoneToken"))
    {
        Text = new OutcomeText(
            notProcessed: "The change of the phone number was not begun.",
            unknown: "The codes may have been used: ask for new ones before changing the phone number.",
            processed: "The codes were used, but the answer holds no token to change the phone number with: ask for new codes."),
    };

    public static VerifyUpdatePhoneRequestDto Create(PhonePassCode newPhone, PhonePassCode? oldPhone)
    {
        ArgumentNullException.ThrowIfNull(newPhone);
        return new("PHONE_PASSCODE", new TwoPhonesPayload(
            newPhone.PhoneNumber,
            newPhone.PassCode,
            newPhone.PhoneCountryCode,
            oldPhone?.PhoneNumber,
            oldPhone?.PassCode,
            oldPhone?.PhoneCountryCode));
    }

    internal readonly record struct TwoPhonesPayload(
        [property: JsonPropertyName("newPhoneNumber")] string NewPhoneNumber,
        [property: JsonPropertyName("newPhonePassCode")] string NewPhonePassCode,
        [property: JsonPropertyName("newPhoneCountryCode")] string? NewPhoneCountryCode,
        [property: JsonPropertyName("oldPhoneNumber")] string? OldPhoneNumber,
        [property: JsonPropertyName("oldPhonePassCode")] string? OldPhonePassCode,
        [property: JsonPropertyName("oldPhoneCountryCode")] string? OldPhoneCountryCode)
    {
        /// <summary>What must not come back in an exception or a log.</summary>
        [JsonIgnore]
        public string[] PrivateValues => [.. new[] { NewPhoneNumber, NewPhonePassCode, OldPhoneNumber, OldPhonePassCode }.OfType<string>()];
    }
}
