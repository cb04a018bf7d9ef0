using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/send-enroll-factor-request</c> for the phone as a factor, and all that is known of the operation.</summary>
internal readonly record struct SendEnrollFactorRequestDto(
    [property: JsonPropertyName("factorType")] string FactorType,
    [property: JsonPropertyName("profile")] SendEnrollFactorRequestDto.FactorProfilePayload Profile)
{
    public static readonly Operation<GenAuthResponse<ActionToken>> Operation = new("SendEnrollFactorRequest", "/api/v3/send-enroll-factor-request", ActionToken.ReadFrom("enrollmentToken"))
    {
        SendsSms = true,
        Text = new OutcomeText(
            notProcessed: "No SMS was sent to enroll the factor.",
            unknown: "An SMS may have been sent to enroll the factor: asking again may send a second one.",
            processed: "An SMS was sent, but the answer holds no token to enroll the factor with: ask again after a minute."),
    };

    public static SendEnrollFactorRequestDto Create(string phoneNumber, string? phoneCountryCode)
    {
        PhoneNumber number = PhoneNumberRules.Check(phoneNumber, phoneCountryCode);
        return new("SMS", new FactorProfilePayload(number.NationalNumber, number.CountryCode));
    }

    internal readonly record struct FactorProfilePayload(
        [property: JsonPropertyName("phoneNumber")] string PhoneNumber,
        [property: JsonPropertyName("phoneCountryCode")] string? PhoneCountryCode);
}
