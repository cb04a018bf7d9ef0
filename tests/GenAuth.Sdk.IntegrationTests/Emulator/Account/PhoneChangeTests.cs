namespace GenAuth.Sdk.IntegrationTests.Emulator.Account;

public abstract class PhoneChangeTests : AccountTests
{
    private protected PhoneChangeTests(bool sockets)
        : base(sockets)
    {
    }

    [Fact]
    public async Task The_new_number_takes_the_place_of_the_old_one()
    {
        string accessToken = AddUser();

        WireAnswer verified = await VerifyUpdateAsync(accessToken, await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone));
        Assert.NotNull(Emulator.Users.Find(Wire.Phone));
        WireAnswer updated = await UpdateAsync(accessToken, verified.GetData("updatePhoneToken")!);

        Assert.Contains("\"tokenExpiresIn\":300", verified.Data, StringComparison.Ordinal);
        Assert.Equal((200, """{"success":true}"""), (updated.StatusCode, updated.Data));
        Assert.Equal((null, true), (Emulator.Users.Find(Wire.Phone), Emulator.Users.Find(OtherPhone) is not null));
    }

    [Fact]
    public async Task Both_codes_are_used_up_where_both_are_sent()
    {
        string accessToken = AddUser();
        string newCode = await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone), oldCode = await SendCodeAsync("CHANNEL_UNBIND_PHONE");

        Assert.Equal(200, (await VerifyUpdateAsync(accessToken, newCode, OldPhone(oldCode))).StatusCode);

        Assert.False(Emulator.Redeem(SmsChannel.BindPhone, OtherPhone, newCode));
        Assert.False(Emulator.Redeem(SmsChannel.UnbindPhone, Wire.Phone, oldCode));
    }

    [Fact]
    public async Task A_wrong_code_of_the_old_number_leaves_that_of_the_new_one_good()
    {
        string accessToken = AddUser();
        string newCode = await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone), oldCode = await SendCodeAsync("CHANNEL_UNBIND_PHONE");

        AssertRefused(await VerifyUpdateAsync(accessToken, newCode, OldPhone("000000x")), 2001);
        Assert.Equal(200, (await VerifyUpdateAsync(accessToken, newCode, OldPhone(oldCode))).StatusCode);
    }

    [Fact]
    public async Task An_old_number_of_somebody_else_proves_nothing()
    {
        string accessToken = AddUser();
        Emulator.Users.Add("5550102");
        string strange = await SendCodeAsync("CHANNEL_UNBIND_PHONE", "5550102");

        AssertRefused(await VerifyUpdateAsync(accessToken, await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone), OldPhone(strange, "5550102")), 2001);
    }

    [Fact]
    public async Task A_number_of_somebody_else_is_not_taken()
    {
        string accessToken = AddUser();
        Emulator.Users.Add(OtherPhone);

        AssertRefused(await VerifyUpdateAsync(accessToken, await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone)), 2035);
    }

    [Fact]
    public async Task A_number_that_somebody_took_in_the_meantime_is_not_taken()
    {
        string accessToken = AddUser();
        string token = await BeginUpdateAsync(accessToken);
        Emulator.Users.Add(OtherPhone);

        AssertRefused(await UpdateAsync(accessToken, token), 2035);
        Assert.NotNull(Emulator.Users.Find(Wire.Phone));
    }

    [Fact]
    public async Task The_users_own_number_is_no_new_one()
    {
        string accessToken = AddUser();
        string code = await SendCodeAsync("CHANNEL_BIND_PHONE");

        AssertRefused(await VerifyUpdateAsync(accessToken, code, phoneNumber: Wire.Phone), 2229);
        AssertRefused(await VerifyUpdateAsync(accessToken, code, OldPhone(await SendCodeAsync("CHANNEL_UNBIND_PHONE")), Wire.Phone), 2230);
    }

    [Theory]
    [InlineData("""{"verifyMethod":"EMAIL_PASSCODE","phonePassCodePayload":{"newPhoneNumber":"5550101","newPhonePassCode":"1"}}""")]
    [InlineData("""{"verifyMethod":"PHONE_PASSCODE","newPhoneNumber":"5550101","newPhonePassCode":"1"}""")]
    [InlineData("""{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"newPhoneNumber":"5550101"}}""")]
    [InlineData("""{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"newPhoneNumber":"5550101","newPhonePassCode":"1","oldPhoneNumber":"5550100"}}""")]
    public async Task What_lacks_a_member_is_malformed(string body) => Assert.Equal(400, (await PostAsync("verify-update-phone-request", body, AddUser())).StatusCode);

    private static string OldPhone(string code, string phoneNumber = Wire.Phone) =>
        $$""","oldPhoneNumber":"{{phoneNumber}}","oldPhonePassCode":"{{code}}","oldPhoneCountryCode":"+86" """;

    public sealed class OverSockets() : PhoneChangeTests(sockets: true);

    public sealed class InMemory() : PhoneChangeTests(sockets: false);
}
