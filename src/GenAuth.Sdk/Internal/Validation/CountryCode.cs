namespace GenAuth.Sdk.Internal.Validation;

/// <summary>The country codes of E.164. None begins another one, so that the digits alone tell where a code ends.</summary>
internal static class CountryCode
{
    private const int MaxZeros = 2;

    /// <summary>How many of the digits are the country code, or 0 when there is none. Whether a code of three digits is assigned is not checked.</summary>
    public static int MeasureIn(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits[0] == '0')
            return 0;

        int length = digits[0] is '1' or '7' ? 1 : HasTwoDigits(digits) ? 2 : 3;
        return length <= digits.Length ? length : 0;
    }

    /// <summary>Brings <c>86</c>, <c>086</c>, <c>0086</c> and <c>+86</c> to <c>+86</c>; null and empty mean that none was given.</summary>
    /// <returns>False for text that is not one whole country code.</returns>
    public static bool TryNormalize(string? text, out string? countryCode)
    {
        countryCode = null;
        if (text is null or "")
            return true;

        ReadOnlySpan<char> digits = text.AsSpan(text[0] == '+' ? 1 : 0);
        int given = digits.Length;
        digits = digits.TrimStart('0');
        if (given - digits.Length > MaxZeros || !IsWholeCode(digits))
            return false;

        countryCode = text[0] == '+' && digits.Length == given ? text : "+" + digits.ToString();
        return true;
    }

    private static bool IsWholeCode(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return !text.IsEmpty && MeasureIn(text) == text.Length;
    }

    private static bool HasTwoDigits(ReadOnlySpan<char> digits) => digits.Length > 1 && ((digits[0] - '0') * 10) + digits[1] - '0'
        is 20 or 27 or (>= 30 and <= 34) or 36 or 39 or 40 or 41 or (>= 43 and <= 49) or (>= 51 and <= 58) or (>= 60 and <= 66)
        or 81 or 82 or 84 or 86 or (>= 90 and <= 95) or 98;
}
