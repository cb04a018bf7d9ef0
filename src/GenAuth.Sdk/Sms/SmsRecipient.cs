using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The shape of a phone number as the service takes it: the national number apart from its country code.</summary>
internal static class SmsRecipient
{
    private const int LongestNumber = 64;

    /// <summary>Refuses what cannot be meant. Whether the number exists is for the service to say.</summary>
    public static string CheckPhoneNumber(string phoneNumber, string parameterName)
    {
        Guard.Text(phoneNumber, LongestNumber, parameterName);

        if (phoneNumber.AsSpan().TrimStart()[0] == '+')
        {
            throw new ArgumentException(
                "The service takes the number without its country code. Instead of \"+15550100\" pass phoneNumber \"5550100\" and phoneCountryCode \"+1\".",
                parameterName);
        }

        return phoneNumber;
    }

    /// <summary>Brings <c>86</c>, <c>086</c>, <c>0086</c> and <c>+86</c> to <c>+86</c>; null and empty mean that none was given.</summary>
    public static string? NormalizeCountryCode(string? phoneCountryCode, string parameterName)
    {
        if (phoneCountryCode is null or "")
            return null;

        ReadOnlySpan<char> digits = phoneCountryCode.AsSpan();
        if (digits[0] == '+')
            digits = digits.Slice(1);

        digits = digits.TrimStart('0');
        if (digits.IsEmpty || !AreDigits(digits))
            throw new ArgumentException("A country code is \"+\" and digits, \"+86\" for example, or null for the service's default.", parameterName);

        return phoneCountryCode.Length == digits.Length + 1 && phoneCountryCode[0] == '+' ? phoneCountryCode : "+" + digits.ToString();
    }

    /// <summary>Whether there is nothing but ASCII digits.</summary>
    public static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return true;
    }
}
