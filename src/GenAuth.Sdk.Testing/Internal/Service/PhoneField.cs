namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>A phone number as a request names it.</summary>
/// <param name="Number">The number without country code, as it was sent; null when there is none.</param>
/// <param name="CountryCode">The country code in canonical form; null when it cannot be read.</param>
/// <param name="Error">What is wrong with them, in English and without the values; null when nothing is.</param>
internal sealed record PhoneField(string? Number, string? CountryCode, string? Error)
{
    public static PhoneField Read(JsonBody body, string numberName, string countryCodeName = "phoneCountryCode")
    {
        string? number = body.GetText(numberName);
        string? countryCode = body.Has(countryCodeName)
            ? body.GetText(countryCodeName) is { } text ? Service.CountryCode.Normalize(text) : null
            : Service.CountryCode.China;

        string? error = null;
        if (number is not { Length: <= 15 } || !number.All(char.IsAsciiDigit))
            error = body.NameOf(numberName) + " must be a string of 1 to 15 digits and is required.";
        else if (countryCode is null)
            error = body.NameOf(countryCodeName) + " must be a string of digits, \"+86\" for example.";

        return new PhoneField(number, countryCode, error);
    }
}
