using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

/// <summary>What a user token does to a send.</summary>
public abstract class UserTokenTests : WireTests
{
    private protected UserTokenTests(bool sockets)
        : base(sockets)
    {
    }

    public static TheoryData<string> ChannelsOfSignedInUsers =>
        ["CHANNEL_BIND_PHONE", "CHANNEL_UNBIND_PHONE", "CHANNEL_BIND_MFA", "CHANNEL_VERIFY_MFA", "CHANNEL_UNBIND_MFA", "CHANNEL_DELETE_ACCOUNT"];

    public static TheoryData<string> OtherChannels =>
        ["CHANNEL_LOGIN", "CHANNEL_REGISTER", "CHANNEL_RESET_PASSWORD", "CHANNEL_COMPLETE_PHONE", "CHANNEL_IDENTITY_VERIFICATION"];

    protected override void Configure(GenAuthEmulatorOptions options) => options.OtherAppIds.Add("second-app");

    [Theory]
    [MemberData(nameof(ChannelsOfSignedInUsers))]
    public async Task A_channel_that_acts_on_a_user_refuses_a_token_that_is_none(string channel)
    {
        await AssertRefusedAsync(channel, "Bearer stale");
        Assert.Equal(200, (await Wire.PostAsync(Wire.Body(channel))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(ChannelsOfSignedInUsers))]
    public async Task A_channel_that_acts_on_a_user_accepts_the_token_of_a_sign_in(string channel)
    {
        string token = await SignInAsync();

        Assert.Equal(200, (await Wire.PostAsync(Wire.Body(channel), ("authorization", token))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(OtherChannels))]
    public async Task Any_other_channel_ignores_a_stale_token(string channel) =>
        Assert.Equal(200, (await Wire.PostAsync(Wire.Body(channel), ("authorization", "Bearer stale"))).StatusCode);

    [Fact]
    public async Task An_expired_token_is_none()
    {
        string token = await SignInAsync();
        Clock.Advance(TimeSpan.FromSeconds(7200));

        await AssertRefusedAsync("CHANNEL_BIND_PHONE", token);
    }

    [Fact]
    public async Task A_token_for_another_application_is_none()
    {
        string token = Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone), "second-app");

        await AssertRefusedAsync("CHANNEL_BIND_PHONE", token);
        (string, string)[] headers = [("x-genauth-app-id", "second-app"), ("authorization", token)];

        Assert.Equal(200, (await Wire.SendAsync(HttpMethod.Post, Wire.Path, Wire.Body("CHANNEL_BIND_PHONE"), headers)).StatusCode);
    }

    [Fact]
    public async Task Credentials_of_an_application_are_no_user_token() =>
        Assert.Equal(200, (await Wire.PostAsync(Wire.Body("CHANNEL_BIND_PHONE"), ("authorization", "Basic QVBQSUQ6U0VDUkVU"))).StatusCode);

    [Fact]
    public async Task A_malformed_send_is_refused_as_such_first() =>
        Assert.Equal(400, (await Wire.PostAsync(Wire.Body("CHANNEL_BIND_PHONE", "call-me"), ("authorization", "Bearer stale"))).StatusCode);

    private async Task AssertRefusedAsync(string channel, string authorization)
    {
        int before = Emulator.Inbox.Messages.Count;

        WireAnswer answer = await Wire.PostAsync(Wire.Body(channel), ("authorization", authorization));

        Assert.Equal((System.Net.HttpStatusCode.OK, 401, 2020, "Please sign in first."), (answer.HttpStatus, answer.StatusCode, answer.ApiCode, answer.Message));
        Assert.Equal(before, Emulator.Inbox.Messages.Count);
    }

    private async Task<string> SignInAsync()
    {
        Emulator.Users.Add(Wire.Phone);
        return (await Wire.SignInAsync(await SendCodeAsync())).GetData("access_token")!;
    }

    public sealed class OverSockets() : UserTokenTests(sockets: true);

    public sealed class InMemory() : UserTokenTests(sockets: false);
}
