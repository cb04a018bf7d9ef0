using System.Globalization;

namespace GenAuth.Sdk.Internal.Json;

/// <summary>Reads a whole number in any spelling of JSON (RFC 8259, 6), because gateways that rewrite JSON write 200 as 200.0 or 2e2.</summary>
internal static class WholeNumber
{
    private const int MostDigits = 10;

    /// <summary>The number; null when the text is none, has a fraction that is not zero, or does not fit.</summary>
    public static int? Parse(string text)
    {
        int at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        string whole = ReadDigits(text, ref at);
        string fraction = at < text.Length && text[at] == '.' ? ReadDigits(text, ref at, skip: 1) : string.Empty;
        if (whole.Length == 0 || !TryReadExponent(text, at, out int exponent))
            return null;

        string digits = (whole + fraction).TrimStart('0');
        string significant = digits.TrimEnd('0');
        if (significant.Length == 0)
            return 0;

        long zeroes = (long)exponent - fraction.Length + (digits.Length - significant.Length);
        if (zeroes < 0 || significant.Length + zeroes > MostDigits)
            return null;

        long value = long.Parse(significant + new string('0', (int)zeroes), CultureInfo.InvariantCulture);
        value = text[0] == '-' ? -value : value;
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : null;
    }

    private static bool TryReadExponent(string text, int at, out int exponent)
    {
        exponent = 0;
        if (at == text.Length)
            return true;

        string digits = text.Substring(at + 1);
        return text[at] is 'e' or 'E' && int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
    }

    private static string ReadDigits(string text, ref int at, int skip = 0)
    {
        int start = at += skip;
        while (at < text.Length && text[at] is >= '0' and <= '9')
            at++;
        return text.Substring(start, at - start);
    }
}
