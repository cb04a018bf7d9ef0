using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class PreCheckTests : WireTests
{
    private protected PreCheckTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.OtherAppIds.Add("second-app");

    [Fact]
    public async Task A_pre_check_does_not_use_up_the_code()
    {
        string code = await SendCodeAsync();

        WireAnswer answer = await Wire.PreCheckAsync(code);

        Assert.Equal((200, null, """{"isValid":true}"""), (answer.StatusCode, answer.ApiCode, answer.Data));
        Assert.Equal("Operation successful", answer.Message);
        Assert.True(Guid.TryParse(answer.RequestId, out _));
        Assert.True((await Wire.PreCheckAsync(code)).IsValid);
        Assert.True(Emulator.Redeem(SmsChannel.Login, Wire.Phone, code));
    }

    [Fact]
    public async Task A_wrong_code_is_invalid_inside_a_success()
    {
        string code = await SendCodeAsync();

        WireAnswer answer = await Wire.PreCheckAsync(code + "0");

        Assert.Equal((200, """{"isValid":false,"message":"The code is wrong or expired."}"""), (answer.StatusCode, answer.Data));
    }

    [Fact]
    public async Task A_code_of_another_channel_number_or_application_is_invalid()
    {
        string code = await SendCodeAsync();

        Assert.False((await Wire.PreCheckAsync(code, channel: "CHANNEL_REGISTER")).IsValid);
        Assert.False((await Wire.PreCheckAsync(code, phoneNumber: "5550101")).IsValid);
        Assert.False((await Wire.PreCheckAsync(code, appId: "second-app")).IsValid);
        Assert.True((await Wire.PreCheckAsync(code)).IsValid);
    }

    [Fact]
    public async Task A_used_code_is_invalid()
    {
        string code = await SendCodeAsync();
        Assert.True(Emulator.Redeem(SmsChannel.Login, Wire.Phone, code));

        Assert.False((await Wire.PreCheckAsync(code)).IsValid);
    }

    [Fact]
    public async Task A_code_is_valid_until_just_before_its_lifetime_ends()
    {
        string code = await SendCodeAsync();

        Clock.Advance(TimeSpan.FromSeconds(300) - TimeSpan.FromMilliseconds(1));
        Assert.True((await Wire.PreCheckAsync(code)).IsValid);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False((await Wire.PreCheckAsync(code)).IsValid);
    }

    [Fact]
    public async Task A_new_code_voids_the_old_one()
    {
        string old = await SendCodeAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        string current = await SendCodeAsync();

        Assert.Equal(old == current, (await Wire.PreCheckAsync(old)).IsValid);
        Assert.True((await Wire.PreCheckAsync(current)).IsValid);
    }

    [Fact]
    public async Task The_second_wrong_try_voids_the_right_code()
    {
        string code = await SendCodeAsync();

        await Wire.PreCheckAsync(code + "0");
        Assert.True((await Wire.PreCheckAsync(code)).IsValid);
        await Wire.PreCheckAsync(code + "0");

        Assert.False((await Wire.PreCheckAsync(code)).IsValid);
        Assert.False(Emulator.Redeem(SmsChannel.Login, Wire.Phone, code));
    }

    [Fact]
    public async Task A_wrong_try_counts_only_when_the_service_saw_it()
    {
        string code = await SendCodeAsync();
        Emulator.Faults.Next(Fault.Answer(500));
        Emulator.Faults.Next(Fault.GatewayPage());
        Emulator.Faults.Next(Fault.GatewayPage().AfterAccepting());

        for (int i = 0; i < 3; i++)
            await Wire.PreCheckAsync(code + "0");
        Assert.True((await Wire.PreCheckAsync(code)).IsValid);
        await Wire.PreCheckAsync(code + "0");

        Assert.False((await Wire.PreCheckAsync(code)).IsValid);
    }

    [Theory]
    [InlineData("""{"codeType":"EMAIL","emailCodePayload":{"email":"me@example.com","passCode":"123456","channel":"CHANNEL_LOGIN"}}""", "codeType")]
    [InlineData("""{"codeType":"SMS"}""", "smsCodePayload.channel")]
    [InlineData("""{"codeType":"SMS","smsCodePayload":null}""", "smsCodePayload.channel")]
    [InlineData("""{"codeType":"SMS","smsCodePayload":"text"}""", "smsCodePayload.channel")]
    [InlineData("""{"codeType":"SMS","smsCodePayload":{"phone":"5550100","passCode":"123456","channel":"CHANNEL_NONE"}}""", "smsCodePayload.channel")]
    [InlineData("""{"codeType":"SMS","smsCodePayload":{"phone":"me@example.com","passCode":"123456","channel":"CHANNEL_LOGIN"}}""", "smsCodePayload.phone")]
    [InlineData("""{"codeType":"SMS","smsCodePayload":{"phone":"5550100","passCode":123456,"channel":"CHANNEL_LOGIN"}}""", "smsCodePayload.passCode")]
    [InlineData("""{"codeType":"SMS","smsCodePayload":{"phone":"5550100","passCode":"123456","channel":"CHANNEL_LOGIN","phoneCountryCode":"China"}}""", "smsCodePayload.phoneCountryCode")]
    public async Task A_member_that_is_missing_or_wrong_is_named(string body, string member)
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, "/api/v3/pre-check-code", body, ("x-genauth-app-id", Emulator.AppId));

        Assert.Equal((400, null), (answer.StatusCode, answer.ApiCode));
        Assert.StartsWith(member + " must be", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", answer.Text, StringComparison.Ordinal);
    }

    public sealed class OverSockets() : PreCheckTests(sockets: true);

    public sealed class InMemory() : PreCheckTests(sockets: false);
}
