using System.Globalization;
using System.Text;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>A phone number as a person writes it, reduced to its digits.</summary>
/// <param name="Digits">1 to 15 ASCII digits, with the country code where <paramref name="NamesCountry"/>.</param>
/// <param name="NamesCountry">Whether the text began with <c>+</c> or <c>00</c>.</param>
internal readonly record struct WrittenNumber(string Digits, bool NamesCountry)
{
    private const int MaxLength = 64;
    private const int MaxDigits = 15;
    private const string Separators = ".()/\uFF0E\uFF08\uFF09\uFF0F\u2212";

    /// <summary>Reads a number. Spaces, dashes and other separators do not matter.</summary>
    /// <exception cref="ArgumentException">The text cannot be a phone number.</exception>
    public static WrittenNumber Parse(string phoneNumber, string parameterName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phoneNumber, parameterName);

        string? digits = phoneNumber.Length > MaxLength ? null : ReadDigits(phoneNumber);
        bool hasPrefix = digits is ['0', '0', ..];
        bool namesCountry = hasPrefix || phoneNumber.AsSpan().ContainsAny('+', '\uFF0B');

        // "+44 (0)7700 900123": the zero in parentheses is dialled at home, and never after a country code.
        if (digits is not null && namesCountry)
            digits = ReadDigits(phoneNumber.Replace("(0)", "", StringComparison.Ordinal))![(hasPrefix ? 2 : 0)..];

        return digits is { Length: > 0 and <= MaxDigits }
            ? new WrittenNumber(digits, namesCountry)
            : throw new ArgumentException("This cannot be a phone number: 1 to 15 digits, with or without separators and country code.", parameterName);
    }

    /// <summary>Whether it is the number that a message went to.</summary>
    public bool IsOf(SmsMessage message) => ToNational(message.PhoneCountryCode) == message.PhoneNumber;

    /// <summary>The digits behind the country code; null when the number names another country.</summary>
    public string? ToNational(string countryCode)
    {
        if (!NamesCountry)
            return Digits;
        return Digits.StartsWith(countryCode.AsSpan(1), StringComparison.Ordinal) ? Digits[(countryCode.Length - 1)..] : null;
    }

    private static string? ReadDigits(string text)
    {
        var digits = new StringBuilder(text.Length);
        bool hasPlus = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber)
                digits.Append((int)Rune.GetNumericValue(rune));
            else if (rune.Value is '+' or '\uFF0B' && !hasPlus && digits.Length == 0)
                hasPlus = true;
            else if (!IsSeparator(rune))
                return null;
        }

        return digits.ToString();
    }

    private static bool IsSeparator(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format
        || (rune.IsBmp && Separators.Contains((char)rune.Value, StringComparison.Ordinal));
}
