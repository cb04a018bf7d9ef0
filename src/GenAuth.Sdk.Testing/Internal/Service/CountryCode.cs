namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Country codes as the service takes them: <c>+86</c>, <c>86</c>, <c>086</c> and <c>0086</c> are the same, and none is +86.</summary>
internal static class CountryCode
{
    public const string China = "+86";

    private const int MaxDigits = 4;

    /// <summary>The canonical form; null when it is no country code.</summary>
    public static string? Normalize(string? phoneCountryCode)
    {
        if (string.IsNullOrEmpty(phoneCountryCode))
            return China;

        string digits = (phoneCountryCode[0] == '+' ? phoneCountryCode[1..] : phoneCountryCode).TrimStart('0');
        return digits.Length is > 0 and <= MaxDigits && digits.All(char.IsAsciiDigit) ? "+" + digits : null;
    }
}
