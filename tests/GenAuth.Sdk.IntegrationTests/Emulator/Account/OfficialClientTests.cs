namespace GenAuth.Sdk.IntegrationTests.Emulator.Account;

/// <summary>The requests that the vendor's own clients were seen to send are understood: each gets as far as its code or token, which is none.</summary>
public abstract class OfficialClientTests : AccountTests
{
    private protected OfficialClientTests(bool sockets)
        : base(sockets)
    {
    }

    [Theory]
    [InlineData("bind-phone", """{"passCode":"123456","phoneNumber":"5550100","phoneCountryCode":"+86"}""", 2001)]
    [InlineData("bind-phone", """{"passCode":"123456","phoneNumber":"5550100"}""", 2001)]
    [InlineData("unbind-phone", """{"passCode":"123456"}""", 2001)]
    [InlineData("verify-update-phone-request", """{"phonePassCodePayload":{"newPhoneNumber":"5550101","newPhonePassCode":"123456","newPhoneCountryCode":"+86","oldPhoneNumber":"5550100","oldPhonePassCode":"123456","oldPhoneCountryCode":"+86"},"verifyMethod":"PHONE_PASSCODE"}""", 2001)]
    [InlineData("verify-update-phone-request", """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"newPhoneNumber":"5550101","newPhonePassCode":"123456"}}""", 2001)]
    [InlineData("update-phone", """{"updatePhoneToken":"TOKEN"}""", null)]
    [InlineData("verify-reset-password-request", """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"phoneNumber":"5550100","passCode":"123456","phoneCountryCode":"+86"}}""", 2001)]
    [InlineData("reset-password", """{"password":"passw0rd","passwordResetToken":"TOKEN","passwordEncryptType":"sm2"}""", null)]
    [InlineData("enroll-factor", """{"enrollmentData":{"passCode":"123456"},"enrollmentToken":"TOKEN","factorType":"SMS"}""", null)]
    [InlineData("verify-delete-account-request", """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"phoneNumber":"5550100","passCode":"123456","phoneCountryCode":"+86"}}""", 2001)]
    [InlineData("delete-account", """{"deleteAccountToken":"TOKEN"}""", null)]
    public async Task A_request_is_refused_for_its_code_or_token_alone(string operation, string body, int? apiCode)
    {
        string accessToken = AddUser();

        AssertRefused(await PostAsync(operation, body, accessToken), apiCode);
        AssertRefused(await PostAsync(operation, body, "Bearer " + accessToken), apiCode);
    }

    [Fact]
    public async Task A_request_for_a_factor_is_served()
    {
        const string Body = """{"profile": {"phoneNumber": "5550100", "phoneCountryCode": "+86"}, "factorType": "SMS"}""";

        Assert.Equal(200, (await PostAsync("send-enroll-factor-request", Body, AddUser())).StatusCode);
    }

    public sealed class OverSockets() : OfficialClientTests(sockets: true);

    public sealed class InMemory() : OfficialClientTests(sockets: false);
}
