using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>A number with its code, as sign-in and sign-up send them.</summary>
internal readonly record struct PassCodePayload(
    [property: JsonPropertyName("phone")] string Phone,
    [property: JsonPropertyName("passCode")] string PassCode,
    [property: JsonPropertyName("phoneCountryCode")] string? PhoneCountryCode)
{
    public static PassCodePayload Create(string phoneNumber, string passCode, string? phoneCountryCode)
    {
        PhoneNumber number = PhoneNumberRules.Check(phoneNumber, phoneCountryCode);
        return new(number.NationalNumber, Internal.Validation.PassCode.Check(passCode, nameof(passCode)), number.CountryCode);
    }
}
