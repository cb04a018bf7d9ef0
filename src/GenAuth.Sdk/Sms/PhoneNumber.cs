using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>A phone number as the service takes it: the national number apart from its country code. Immutable and thread-safe.</summary>
/// <remarks>
/// It reads what people type and contacts paste, without metadata of countries: whether a number exists is not its question.
/// Up to 64 characters are read: the decimal digits of any script, and between them spaces, dashes, dots, slashes,
/// parentheses and invisible format characters, which are dropped. A plus sign or <c>00</c> at the beginning starts an
/// international number, whose country code is split off, together with a trunk prefix written as <c>(0)</c> behind it.
/// Digits without either are never cut. Anything else, letters and line breaks for example, is no phone number.
/// </remarks>
public readonly record struct PhoneNumber
{
    private readonly string? _nationalNumber;

    private PhoneNumber(string? countryCode, string nationalNumber)
    {
        CountryCode = countryCode;
        _nationalNumber = nationalNumber;
    }

    /// <summary>The country code with its plus sign, <c>+86</c> for example; null when neither the text nor the default named one.</summary>
    public string? CountryCode { get; }

    /// <summary>The number without its country code: 1 to 15 ASCII digits, the code's included in the 15. Empty for <c>default</c>, never null.</summary>
    public string NationalNumber => _nationalNumber ?? string.Empty;

    /// <summary>Reads a phone number. <see cref="Parse"/> is the same with an exception.</summary>
    /// <param name="text">What was typed, with or without a country code. Null is no phone number.</param>
    /// <param name="defaultCountryCode">
    /// The country code of a text that names none: <c>+86</c>, <c>86</c>, <c>086</c> or <c>0086</c>. Null and empty mean that
    /// there is none. A code in the text wins.
    /// </param>
    /// <param name="phoneNumber">The number, or <c>default</c>.</param>
    /// <returns>Whether <paramref name="text"/> is a phone number.</returns>
    /// <exception cref="ArgumentException"><paramref name="defaultCountryCode"/> is not one whole country code.</exception>
    public static bool TryParse(string? text, string? defaultCountryCode, out PhoneNumber phoneNumber) =>
        TryRead(text, PhoneNumberRules.CheckCountryCode(defaultCountryCode, nameof(defaultCountryCode)), out phoneNumber);

    /// <summary>Reads a phone number. Reading <see cref="NationalNumber"/> with <see cref="CountryCode"/> gives the same number again.</summary>
    /// <param name="text">What was typed, with or without a country code. Null is no phone number.</param>
    /// <param name="defaultCountryCode">
    /// The country code of a text that names none: <c>+86</c>, <c>86</c>, <c>086</c> or <c>0086</c>. Null and empty mean that
    /// there is none. A code in the text wins.
    /// </param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentException"><paramref name="defaultCountryCode"/> is not one whole country code.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is no phone number; the message does not repeat it.</exception>
    public static PhoneNumber Parse(string? text, string? defaultCountryCode) =>
        TryParse(text, defaultCountryCode, out PhoneNumber phoneNumber) ? phoneNumber : throw new FormatException("The text is no phone number.");

    /// <summary>The country code and <c>***</c>: the number itself is private.</summary>
    public override string ToString() => CountryCode + "***";

    /// <summary>Reads a phone number with a default that is normalized already.</summary>
    internal static bool TryRead(string? text, string? defaultCountryCode, out PhoneNumber phoneNumber)
    {
        bool isNumber = PhoneNumberParser.TryParse(text, defaultCountryCode, out string? countryCode, out string nationalNumber);
        phoneNumber = isNumber ? new PhoneNumber(countryCode, nationalNumber) : default;
        return isNumber;
    }
}
