using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/bind-phone</c>, and all that is known of the operation.</summary>
internal readonly record struct BindPhoneDto(
    [property: JsonPropertyName("phoneNumber")] string PhoneNumber,
    [property: JsonPropertyName("passCode")] string PassCode,
    [property: JsonPropertyName("phoneCountryCode")] string? PhoneCountryCode)
{
    public static readonly Operation<GenAuthResponse> Operation = new("BindPhone", "/api/v3/bind-phone", GenAuthResponse.CreateWithoutData)
    {
        Text = new OutcomeText(
            notProcessed: "No phone number was bound.",
            unknown: "The phone number may have been bound and the code used: look at the account before asking for a new code.",
            processed: "The phone number was bound."),
    };

    public static BindPhoneDto Create(string phoneNumber, string passCode, string? phoneCountryCode)
    {
        PhoneNumber number = PhoneNumberRules.Check(phoneNumber, phoneCountryCode);
        return new(number.NationalNumber, Internal.Validation.PassCode.Check(passCode, nameof(passCode)), number.CountryCode);
    }
}
