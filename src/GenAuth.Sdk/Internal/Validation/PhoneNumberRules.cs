namespace GenAuth.Sdk.Internal.Validation;

/// <summary>Checks the phone number of an operation. No message repeats a digit of it, because it is private.</summary>
internal static class PhoneNumberRules
{
    /// <summary>Reads the arguments that every operation names alike: the country code, where given, must be that of the number.</summary>
    public static PhoneNumber Check(string phoneNumber, string? phoneCountryCode)
    {
        ArgumentNullException.ThrowIfNull(phoneNumber);

        string? required = CheckCountryCode(phoneCountryCode, nameof(phoneCountryCode));
        if (!PhoneNumber.TryRead(phoneNumber, required, out PhoneNumber number))
            throw new ArgumentException(
                "This is no phone number: digits, with or without a country code in front (a plus sign or two zeros), and at most spaces, dashes, dots, slashes and parentheses between them.",
                nameof(phoneNumber));

        if (required is not null && number.CountryCode != required)
            throw new ArgumentException("The phone number names another country code than phoneCountryCode.", nameof(phoneNumber));

        return number;
    }

    /// <summary>Brings a country code to its canonical form; null and empty mean that none was given.</summary>
    public static string? CheckCountryCode(string? countryCode, string parameterName) =>
        CountryCode.TryNormalize(countryCode, out string? normalized)
            ? normalized
            : throw new ArgumentException("A country code is a plus sign and the digits of one whole code of E.164, \"+86\" for example, or null for none.", parameterName);
}
