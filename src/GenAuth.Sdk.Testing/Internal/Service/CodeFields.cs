namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Where a request has a number and the code that it received.</summary>
/// <param name="Payload">The member around the others; null when they stand in the body itself.</param>
/// <param name="Phone">The member with the number.</param>
/// <param name="PassCode">The member with the code.</param>
/// <param name="CountryCode">The member with the country code.</param>
internal sealed record CodeFields(string? Payload, string Phone, string PassCode = "passCode", string CountryCode = "phoneCountryCode")
{
    public PhoneField ReadPhone(JsonBody body) => PhoneField.Read(In(body), Phone, CountryCode);

    public string ReadCode(JsonBody body) => In(body).GetText(PassCode) ?? string.Empty;

    /// <summary>Whether the request has the number at all, where it is optional.</summary>
    public bool AreIn(JsonBody body) => In(body).Has(Phone);

    /// <summary>What is wrong with number or code, in English; null when nothing is.</summary>
    public string? FindError(JsonBody body) => ReadPhone(body).Error ?? In(body).FindMissing(PassCode);

    private JsonBody In(JsonBody body) => Payload is null ? body : body.GetObject(Payload);
}
