namespace GenAuth.Sdk.Tests.Phone;

public class PhonePassCodeTests
{
    [Fact]
    public void Number_and_code_are_read_as_people_type_them()
    {
        var phone = new PhonePassCode("+44 (0)7700 900123", " \u0661\u0662\u0663456 ", "0044");

        Assert.Equal(("7700900123", "+44", "123456"), (phone.PhoneNumber, phone.PhoneCountryCode, phone.PassCode));
        Assert.Equal(phone, new PhonePassCode("7700900123", "123456", "+44"));
    }

    [Theory]
    [InlineData(null, "123456", null, "phoneNumber")]
    [InlineData("none", "123456", null, "phoneNumber")]
    [InlineData("+15550100", "123456", "+86", "phoneNumber")]
    [InlineData("5550100", "123456", "CN", "phoneCountryCode")]
    [InlineData("5550100", null, null, "passCode")]
    [InlineData("5550100", " ", null, "passCode")]
    public void What_cannot_be_one_is_named(string? phoneNumber, string? passCode, string? phoneCountryCode, string parameter) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(() => new PhonePassCode(phoneNumber!, passCode!, phoneCountryCode)).ParamName);

    [Fact]
    public async Task The_new_phone_is_required()
    {
        using var client = new TestClient();

        Assert.Equal("newPhone", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.VerifyUpdatePhoneRequestAsync("at", null!))).ParamName);
    }

    [Fact]
    public void It_prints_neither_number_nor_code() =>
        Assert.Equal("PhonePassCode { PhoneCountryCode = +1 }", new PhonePassCode("5550100", "123456", "+1").ToString());
}
