using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>A number with its code, as the first step of a two-step operation sends them.</summary>
internal readonly record struct PhonePassCodePayload(
    [property: JsonPropertyName("phoneNumber")] string PhoneNumber,
    [property: JsonPropertyName("passCode")] string PassCode,
    [property: JsonPropertyName("phoneCountryCode")] string? PhoneCountryCode)
{
    public static PhonePassCodePayload Create(string phoneNumber, string passCode, string? phoneCountryCode)
    {
        PhoneNumber number = PhoneNumberRules.Check(phoneNumber, phoneCountryCode);
        return new(number.NationalNumber, Internal.Validation.PassCode.Check(passCode, nameof(passCode)), number.CountryCode);
    }
}
