using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Client.Login;

/// <summary>A phone login from the first code to the account, on real sockets and an owned clock.</summary>
public class PhoneLoginTests
{
    private const string PhoneNumber = "5550100";

    [Fact]
    public async Task A_code_leads_to_a_signed_in_user_once()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new() { TimeProvider = clock });
        AuthenticationClient client = genAuth.CreateClient();

        string code = await SendAsync(genAuth, client, SmsChannel.Login);
        (await client.PreCheckCodeAsync(SmsChannel.Login, PhoneNumber, code)).EnsureValid();

        GenAuthResponse<LoginTokens> unknownUser = await client.SignInByPhonePassCodeAsync(PhoneNumber, code);
        Assert.Equal((499, GenAuthApiCodes.UserNotFound), (unknownUser.StatusCode, unknownUser.ApiCode));

        GenAuthResponse<LoginTokens> login = await client.SignInByPhonePassCodeAsync(PhoneNumber, code, signInOptions: new SignInOptions { AutoRegister = true });
        Assert.Equal("Bearer", login.EnsureSuccess().Data!.TokenType);
        Assert.NotNull(login.Data!.AccessToken);
        Assert.NotNull(login.Data.IdToken);
        Assert.Null(login.Data.RefreshToken);

        Assert.Equal(GenAuthErrorKind.InvalidCode, (await client.SignInByPhonePassCodeAsync(PhoneNumber, code)).ErrorKind);

        clock.Advance(TimeSpan.FromMinutes(1));
        GenAuthResponse<GenAuthUser> signUp = await client.SignUpByPhonePassCodeAsync(PhoneNumber, await SendAsync(genAuth, client, SmsChannel.Register));
        Assert.Equal((false, GenAuthApiCodes.UserExists), (signUp.IsSuccess, signUp.ApiCode));
    }

    [Fact]
    public async Task A_sign_up_makes_the_user_that_signs_in()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();
        AuthenticationClient client = genAuth.CreateClient();

        string code = await SendAsync(genAuth, client, SmsChannel.Register);
        GenAuthUser user = (await client.SignUpByPhonePassCodeAsync(PhoneNumber, code, profile: new SignUpProfile { Nickname = "Ada" })).EnsureSuccess().Data!;
        GenAuthResponse<LoginTokens> login = await client.SignInByPhonePassCodeAsync(PhoneNumber, await SendAsync(genAuth, client, SmsChannel.Login));

        Assert.Equal((PhoneNumber, "Ada", true), (user.Phone, user.Nickname, user.PhoneVerified));
        Assert.NotNull(login.EnsureSuccess().Data!.AccessToken);
        Assert.Equal(user.UserId, genAuth.Users.Find(PhoneNumber)!.UserId);
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    public async Task A_secret_opens_the_sign_in_either_way(TokenEndpointAuthMethod method)
    {
        const string Secret = "s3cr3t: with +/%= and ä";
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new() { AppSecret = Secret });
        AuthenticationClient client = genAuth.CreateClient(options =>
        {
            options.AppSecret = Secret;
            options.TokenEndpointAuthMethod = method;
        });
        AuthenticationClient wrong = genAuth.CreateClient(options => options.AppSecret = "another");
        string code = await SendAsync(genAuth, client, SmsChannel.Login);

        Assert.Equal(499, (await wrong.SignInByPhonePassCodeAsync(PhoneNumber, code)).StatusCode);
        Assert.True((await client.SignInByPhonePassCodeAsync(PhoneNumber, code, signInOptions: new SignInOptions { AutoRegister = true })).IsSuccess);
    }

    [Fact]
    public async Task Of_64_parallel_sign_ins_with_one_code_exactly_one_succeeds()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new() { MaxWrongCodes = 1000 });
        AuthenticationClient client = genAuth.CreateClient();
        string code = await SendAsync(genAuth, client, SmsChannel.Login);

        GenAuthResponse<LoginTokens>[] logins = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ =>
            client.SignInByPhonePassCodeAsync(PhoneNumber, code, signInOptions: new SignInOptions { AutoRegister = true })));

        Assert.Single(logins, login => login.IsSuccess);
        Assert.All(logins.Where(login => !login.IsSuccess), login => Assert.Equal(GenAuthErrorKind.InvalidCode, login.ErrorKind));
    }

    private static async Task<string> SendAsync(GenAuthEmulator genAuth, AuthenticationClient client, SmsChannel channel)
    {
        (await client.SendSmsAsync(channel, PhoneNumber)).EnsureSuccess();
        return (await genAuth.Inbox.WaitForAsync(PhoneNumber)).Code;
    }
}
