using System.Globalization;

namespace GenAuth.Sdk.Internal.Validation;

/// <summary>Reads a phone number as people type it and contacts paste it, by E.164 and RFC 3966, without metadata of countries.</summary>
internal static class PhoneNumberParser
{
    private const int MaxLength = 64;
    private const int MaxDigits = 15;

    /// <param name="text">What was typed.</param>
    /// <param name="defaultCountryCode">The normalized code of a text that names none; null for none.</param>
    /// <param name="countryCode">The code of the text, else the default.</param>
    /// <param name="nationalNumber">The digits without the code: the same instance when there was nothing to change.</param>
    public static bool TryParse(string? text, string? defaultCountryCode, out string? countryCode, out string nationalNumber)
    {
        countryCode = null;
        nationalNumber = string.Empty;
        if (text is null || text.Length > MaxLength)
            return false;

        Span<char> buffer = stackalloc char[MaxLength];
        if (!TryReadDigits(text, buffer, out int count, out bool isInternational, out ulong bracketedZeros))
            return false;

        ReadOnlySpan<char> digits = buffer.Slice(0, count);
        int start = 0;
        if (!isInternational && HasInternationalPrefix(digits))
        {
            isInternational = true;
            start = 2;
        }

        int codeLength = isInternational ? CountryCode.MeasureIn(digits.Slice(start)) : 0;
        if (isInternational && codeLength == 0)
            return false;

        int end = start + codeLength;
        bool hasTrunkPrefix = isInternational && ((bracketedZeros >> end) & 1) != 0;
        ReadOnlySpan<char> national = digits.Slice(hasTrunkPrefix ? end + 1 : end);
        int digitsOfCode = isInternational ? codeLength : (defaultCountryCode?.Length ?? 1) - 1;

        // A rest that begins with 00 would be read as an international number the next time.
        if (national.IsEmpty || HasInternationalPrefix(national) || digitsOfCode + national.Length > MaxDigits)
            return false;

        countryCode = isInternational ? "+" + digits.Slice(start, codeLength).ToString() : defaultCountryCode;
        nationalNumber = national.SequenceEqual(text.AsSpan()) ? text : national.ToString();
        return true;
    }

    /// <summary>Keeps the digits, as ASCII, and notes each zero that stands alone in parentheses by the bit of its position.</summary>
    private static bool TryReadDigits(string text, Span<char> digits, out int count, out bool hasPlus, out ulong bracketedZeros)
    {
        count = 0;
        hasPlus = false;
        bracketedZeros = 0;
        int opened = -1;

        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '0' and <= '9')
            {
                digits[count++] = text[i];
                continue;
            }

            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(text, i);
            switch (text[i])
            {
                case '+' or '＋' when !hasPlus && count == 0:
                    hasPlus = true;
                    break;

                case '(' or '（':
                    opened = count;
                    break;

                case ')' or '）':
                    if (opened >= 0 && count == opened + 1 && digits[opened] == '0')
                        bracketedZeros |= 1UL << opened;
                    opened = -1;
                    break;

                case var _ when category is UnicodeCategory.DecimalDigitNumber:
                    digits[count++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text, i));
                    break;

                case var c when !PhoneSeparator.IsOne(c, category):
                    return false;
            }

            if (char.IsSurrogatePair(text, i))
                i++;
        }

        return true;
    }

    private static bool HasInternationalPrefix(ReadOnlySpan<char> digits) => digits.Length > 1 && digits[0] == '0' && digits[1] == '0';
}
