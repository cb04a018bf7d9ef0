using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Account;

public abstract class FactorTests : AccountTests
{
    private protected FactorTests(bool sockets)
        : base(sockets)
    {
    }

    [Fact]
    public async Task A_code_by_SMS_enrolls_the_factor()
    {
        string accessToken = AddUser();

        WireAnswer sent = await SendEnrollAsync(accessToken, OtherPhone);
        SmsMessage sms = await Emulator.Inbox.WaitForAsync(OtherPhone, cancellationToken: Token);
        Assert.False(Emulator.Users.Find(Wire.Phone)!.HasSmsFactor);
        WireAnswer enrolled = await EnrollAsync(accessToken, sent.GetData("enrollmentToken")!, sms.Code);

        Assert.Equal((SmsChannel.BindMfa, OtherPhone, accessToken), (sms.Channel, sms.PhoneNumber, sms.AccessToken));
        Assert.DoesNotContain("tokenExpiresIn", sent.Data, StringComparison.Ordinal);
        Assert.Equal((200, null), (enrolled.StatusCode, enrolled.Data));
        Assert.True(Emulator.Users.Find(Wire.Phone)!.HasSmsFactor);
    }

    [Fact]
    public async Task A_number_gets_one_such_SMS_a_minute()
    {
        string accessToken = AddUser();
        Assert.Equal(200, (await SendEnrollAsync(accessToken)).StatusCode);

        WireAnswer tooSoon = await SendEnrollAsync(accessToken);
        Assert.Equal((422, 4004), (tooSoon.StatusCode, tooSoon.ApiCode));
        Assert.Equal(422, (await Wire.PostAsync(Wire.Body("CHANNEL_BIND_MFA"))).StatusCode);
        Assert.Equal(200, (await SendEnrollAsync(accessToken, OtherPhone)).StatusCode);

        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await SendEnrollAsync(accessToken)).StatusCode);
        Assert.Equal(3, Emulator.Inbox.Messages.Count);
    }

    [Fact]
    public async Task A_wrong_code_leaves_the_token_good()
    {
        string accessToken = AddUser();
        string token = (await SendEnrollAsync(accessToken)).GetData("enrollmentToken")!;
        string code = Assert.Single(Emulator.Inbox.Messages).Code;

        AssertRefused(await EnrollAsync(accessToken, token, code + "0"), 2001);
        Assert.Equal(200, (await EnrollAsync(accessToken, token, code)).StatusCode);
        AssertRefused(await EnrollAsync(accessToken, token, code), null);
    }

    [Fact]
    public async Task A_foreign_country_gets_no_SMS()
    {
        WireAnswer answer = await PostAsync(
            "send-enroll-factor-request",
            """{"factorType":"SMS","profile":{"phoneNumber":"5550100","phoneCountryCode":"+1"}}""",
            AddUser());

        AssertRefused(answer, null);
        Assert.Empty(Emulator.Inbox.Messages);
    }

    [Theory]
    [InlineData("send-enroll-factor-request", """{"factorType":"EMAIL","profile":{"phoneNumber":"5550100"}}""")]
    [InlineData("send-enroll-factor-request", """{"factorType":"SMS","profile":{}}""")]
    [InlineData("enroll-factor", """{"factorType":"OTP","enrollmentToken":"t","enrollmentData":{"passCode":"1"}}""")]
    [InlineData("enroll-factor", """{"factorType":"SMS","enrollmentData":{"passCode":"1"}}""")]
    [InlineData("enroll-factor", """{"factorType":"SMS","enrollmentToken":"t","passCode":"1"}""")]
    public async Task What_lacks_a_member_is_malformed(string operation, string body) => Assert.Equal(400, (await PostAsync(operation, body, AddUser())).StatusCode);

    public sealed class OverSockets() : FactorTests(sockets: true);

    public sealed class InMemory() : FactorTests(sockets: false);
}
