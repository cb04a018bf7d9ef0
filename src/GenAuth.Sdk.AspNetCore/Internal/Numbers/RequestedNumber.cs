namespace GenAuth.Sdk.AspNetCore.Internal.Numbers;

/// <summary>The number of a request, with its country code.</summary>
internal sealed class RequestedNumber
{
    private RequestedNumber(PhoneNumber value)
    {
        Value = value;
        Identity = value.CountryCode + value.NationalNumber.TrimStart('0');
    }

    public PhoneNumber Value { get; }

    public string CountryCode => Value.CountryCode!;

    public string NationalNumber => Value.NationalNumber;

    /// <summary>The number in the one spelling that limits and cookies know: international, without zeros behind the country code.</summary>
    public string Identity { get; }

    /// <summary>Reads a number; null when it is none, or names another country than <paramref name="countryCode"/>.</summary>
    public static RequestedNumber? Read(string? phoneNumber, string? countryCode, string defaultCountryCode)
    {
        try
        {
            string required = string.IsNullOrEmpty(countryCode) ? defaultCountryCode : countryCode;
            return PhoneNumber.TryParse(phoneNumber, required, out PhoneNumber number) && (string.IsNullOrEmpty(countryCode) || IsOf(number, countryCode))
                ? new RequestedNumber(number)
                : null;
        }
        catch (ArgumentException)
        {
            // A country code that is none is an argument's fault to the client, and the user's here.
            return null;
        }
    }

    // Any number takes the country code on in its canonical form.
    private static bool IsOf(PhoneNumber number, string countryCode) => number.CountryCode == PhoneNumber.Parse("1", countryCode).CountryCode;
}
