using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Client.Login;

/// <summary>An account from its first code to its deletion, on real sockets and an owned clock.</summary>
public class AccountLifeTests
{
    private const string First = "5550100";
    private const string Second = "5550101";
    private const string Password = "correct horse battery staple";

    [Fact]
    public async Task Codes_lead_an_account_from_its_sign_up_to_its_deletion()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new() { TimeProvider = clock });
        AuthenticationClient client = genAuth.CreateClient();
        async Task<string> SendAsync(SmsChannel channel, string number)
        {
            (await client.SendSmsAsync(channel, number)).EnsureSuccess();
            return (await genAuth.Inbox.WaitForAsync(number)).Code;
        }

        async Task<GenAuthResponse<LoginTokens>> SignInAsync(string number) => await client.SignInByPhonePassCodeAsync(number, await SendAsync(SmsChannel.Login, number));

        (await client.SignUpByPhonePassCodeAsync(First, await SendAsync(SmsChannel.Register, First))).EnsureSuccess();
        string accessToken = (await SignInAsync(First)).EnsureSuccess().Data!.AccessToken!;

        string secondCode = await SendAsync(SmsChannel.BindPhone, Second);
        GenAuthResponse second = await client.BindPhoneAsync(accessToken, Second, secondCode);
        Assert.Equal(
            (GenAuthErrorKind.InvalidOperation, GenAuthApiCodes.PhoneChangeRequired, RequestOutcome.NotProcessed),
            (second.ErrorKind, second.ApiCode, second.Outcome));

        var oldPhone = new PhonePassCode(First, await SendAsync(SmsChannel.UnbindPhone, First));
        ActionToken change = (await client.VerifyUpdatePhoneRequestAsync(accessToken, new PhonePassCode(Second, secondCode), oldPhone)).EnsureSuccess().Data!;
        Assert.Equal(TimeSpan.FromMinutes(5), change.ExpiresIn);
        (await client.UpdatePhoneAsync(accessToken, change.Value)).EnsureSuccess();

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await SignInAsync(Second)).EnsureSuccess().Data!.AccessToken);
        Assert.Equal(GenAuthApiCodes.UserNotFound, (await SignInAsync(First)).ApiCode);

        ActionToken reset = (await client.VerifyResetPasswordRequestAsync(Second, await SendAsync(SmsChannel.ResetPassword, Second))).EnsureSuccess().Data!;
        (await client.ResetPasswordAsync(reset.Value, Password)).EnsureSuccess();
        Assert.Equal((true, false), (genAuth.Users.Find(Second)!.VerifyPassword(Password), genAuth.Users.Find(Second)!.VerifyPassword("another")));

        ActionToken enrollment = (await client.SendEnrollFactorRequestAsync(accessToken, Second)).EnsureSuccess().Data!;
        (await client.EnrollFactorAsync(accessToken, enrollment.Value, (await genAuth.Inbox.WaitForAsync(Second)).Code)).EnsureSuccess();
        Assert.True(genAuth.Users.Find(Second)!.HasSmsFactor);

        ActionToken deletion =
            (await client.VerifyDeleteAccountRequestAsync(accessToken, Second, await SendAsync(SmsChannel.DeleteAccount, Second))).EnsureSuccess().Data!;
        (await client.DeleteAccountAsync(accessToken, deletion.Value)).EnsureSuccess();
        Assert.Equal(GenAuthErrorKind.Unauthorized, (await client.DeleteAccountAsync(accessToken, deletion.Value)).ErrorKind);

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(GenAuthApiCodes.UserNotFound, (await SignInAsync(Second)).ApiCode);
    }
}
