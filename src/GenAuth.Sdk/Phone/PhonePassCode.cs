using System.Text;

using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>A phone number with the code it received, where an operation takes two of them. Immutable; private, and printed as the country code alone.</summary>
public sealed record PhonePassCode
{
    /// <summary>Checks a number and its code.</summary>
    /// <param name="phoneNumber">The phone number as people type it, with or without its country code; see <see cref="GenAuth.Sdk.PhoneNumber"/>.</param>
    /// <param name="passCode">The code as the user typed it: surrounding spaces are cut, decimal digits of any script become ASCII. 1 to 64 characters.</param>
    /// <param name="phoneCountryCode">The country code, <c>+86</c> for example; the number must not name another one. Null or empty leaves it to the number and then to the service, which takes +86.</param>
    /// <exception cref="ArgumentException">An argument is unusable; it is named, and its value is not repeated.</exception>
    public PhonePassCode(string phoneNumber, string passCode, string? phoneCountryCode = null)
    {
        PhoneNumber number = PhoneNumberRules.Check(phoneNumber, phoneCountryCode);
        PhoneNumber = number.NationalNumber;
        PhoneCountryCode = number.CountryCode;
        PassCode = Internal.Validation.PassCode.Check(passCode, nameof(passCode));
    }

    /// <summary>The number without its country code: ASCII digits.</summary>
    public string PhoneNumber { get; }

    /// <summary>The country code, <c>+86</c> for example; null when neither argument named one.</summary>
    public string? PhoneCountryCode { get; }

    /// <summary>The code, without surrounding spaces.</summary>
    public string PassCode { get; }

    // Number and code are private.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("PhoneCountryCode = ").Append(PhoneCountryCode);
        return true;
    }
}
