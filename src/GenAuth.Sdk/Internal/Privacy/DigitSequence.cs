using System.Globalization;

using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk.Internal.Privacy;

/// <summary>Finds digits in a text whichever way they are written: in another script, or with separators between them.</summary>
internal static class DigitSequence
{
    // Arabic-Indic zero: no digit of another script comes before.
    private const char FirstOtherDigit = '\u0660';

    public static bool IsDigits(string value)
    {
        foreach (char c in value)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return value.Length > 0;
    }

    /// <summary>The next place of <paramref name="digits"/> from <paramref name="from"/> on; empty when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="isCut">Whether a beginning of the digits at the end of the text counts, because more of the text exists.</param>
    public static TextRange Find(string text, string digits, int from, bool isCut)
    {
        for (int start = from; start < text.Length; start++)
        {
            // Most characters of a text are ASCII, and they are passed over without a lookup.
            char c = text[start];
            if (c < FirstOtherDigit ? c != digits[0] : ReadDigit(text, start, out _) != digits[0])
                continue;

            int end = Match(text, digits, start, isCut);
            if (end > 0)
                return new TextRange(start, end);
        }

        return default;
    }

    private static int Match(string text, string digits, int start, bool isCut)
    {
        int at = start;
        for (int matched = 0; at < text.Length;)
        {
            char digit = ReadDigit(text, at, out int length);
            if (digit == digits[matched])
            {
                matched++;
                if (matched == digits.Length)
                    return at + length;
            }
            else if (digit != '\0' || !IsSeparator(text[at]))
            {
                return 0;
            }

            at += length;
        }

        return isCut ? at : 0;
    }

    // Decimal digits of every script are digits to a parser of phone numbers. Some scripts stand beyond the basic plane.
    private static char ReadDigit(string text, int at, out int length)
    {
        char c = text[at];
        length = 1;
        if (c < FirstOtherDigit)
            return c is >= '0' and <= '9' ? c : '\0';

        length = char.IsSurrogatePair(text, at) ? 2 : 1;
        int value = CharUnicodeInfo.GetDecimalDigitValue(text, at);
        return value < 0 ? '\0' : (char)('0' + value);
    }

    private static bool IsSeparator(char c) => PhoneSeparator.IsOne(c, CharUnicodeInfo.GetUnicodeCategory(c));
}
