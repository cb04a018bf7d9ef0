using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

/// <summary>A whole login, from the code to who it is.</summary>
public abstract class PhoneLoginTests : WireTests
{
    private protected PhoneLoginTests(bool sockets)
        : base(sockets)
    {
    }

    [Fact]
    public async Task A_number_becomes_a_user_who_cannot_sign_up_again()
    {
        string code = await SendCodeAsync();
        Assert.True((await Wire.PreCheckAsync(code)).IsValid);
        Assert.Equal(2004, (await Wire.SignInAsync(code)).ApiCode);

        WireAnswer login = await Wire.SignInAsync(code, ""","options":{"autoRegister":true}""");

        Assert.Equal(200, login.StatusCode);
        Assert.Equal(2001, (await Wire.SignInAsync(code, ""","options":{"autoRegister":true}""")).ApiCode);
        Assert.Contains(Emulator.Users.Find(Wire.Phone)!.UserId, (await Wire.GetUserInfoAsync(login.GetData("access_token"))).Text, StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2026, (await Wire.SignUpAsync(await SendCodeAsync("CHANNEL_REGISTER"))).ApiCode);
    }

    [Fact]
    public async Task A_login_whose_answer_is_lost_uses_the_code_up()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync();
        Emulator.Faults.Next("SignInByPhonePassCode", Fault.GatewayPage().AfterAccepting());

        Assert.Equal(System.Net.HttpStatusCode.BadGateway, (await Wire.SignInAsync(code)).HttpStatus);
        Assert.Equal(2001, (await Wire.SignInAsync(code)).ApiCode);
    }

    [Fact]
    public async Task A_login_that_a_fault_answers_leaves_the_code_good()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync();
        Emulator.Faults.Next("SignInByPhonePassCode", Fault.Answer(499, 1635));

        Assert.Equal(2001, (await Wire.SignInAsync(code + "0")).ApiCode);
        Assert.Equal(1635, (await Wire.SignInAsync(code)).ApiCode);
        Assert.Equal(200, (await Wire.SignInAsync(code)).StatusCode);
    }

    public sealed class OverSockets() : PhoneLoginTests(sockets: true);

    public sealed class InMemory() : PhoneLoginTests(sockets: false);
}
