namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Codes go to allowed countries alone, and the longest beginning decides.</summary>
public class CountryTests
{
    [Theory]
    [InlineData("+1 202 555 0100", 202)]
    [InlineData("+1 876 555 0100", 400)]
    [InlineData("+1 0876 555 0100", 400)]
    [InlineData("001 876 555 0100", 400)]
    [InlineData("+1 876 123 0100", 202)]
    [InlineData("+44 555 0100", 400)]
    [InlineData("5550100", 400)]
    public async Task The_longest_beginning_decides(string phoneNumber, int status)
    {
        await using PhoneApp app = await PhoneApp.StartAsync(
            options => (options.AllowedCountryCodes, options.ExcludedCountryCodes) = (["+1", "+1876123"], ["+1876"]),
            emulator => emulator.InternationalSms = true);
        using Browser browser = app.OpenBrowser();

        BrowserResponse response = await browser.AskForCodeAsync(phoneNumber);

        Assert.Equal((status, status == 202 ? 1 : 0), (response.Status, app.GenAuth.RequestCount));
        Assert.Equal(status == 202 ? null : "country-not-allowed", response.Problem);
    }

    [Fact]
    public async Task A_country_that_is_not_allowed_takes_nothing_from_a_limit()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.SendsPerAddress.PermitLimit = 1);
        using Browser browser = app.OpenBrowser();

        await browser.AskForCodeAsync("+44 555 0100");

        Assert.Equal(202, (await browser.AskForCodeAsync("5550100")).Status);
    }

    [Fact]
    public async Task A_number_without_a_country_code_has_the_requests_country_before_the_default()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(
            options => (options.DefaultCountryCode, options.AllowedCountryCodes) = ("1", ["+1", "+86"]),
            emulator => emulator.InternationalSms = true);
        using Browser browser = app.OpenBrowser();

        await browser.AskForCodeAsync("202 555 0100");
        await browser.AskForCodeAsync("5550100", "0086");

        Assert.Equal(["+1", "+86"], app.GenAuth.Inbox.Messages.Select(sms => sms.PhoneCountryCode));
    }
}
