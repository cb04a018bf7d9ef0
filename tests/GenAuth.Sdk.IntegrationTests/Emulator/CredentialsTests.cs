using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class CredentialsTests : WireTests
{
    private protected CredentialsTests(bool sockets)
        : base(sockets)
    {
    }

    [Theory]
    [InlineData("token-1", "token-1")]
    [InlineData("Bearer token-1", "token-1")]
    [InlineData("bEARER  token-1", "token-1")]
    [InlineData("BasicToken", "BasicToken")]
    public async Task A_user_token_is_read_in_every_form(string authorization, string accessToken)
    {
        await Wire.PostAsync(Wire.Body(), ("authorization", authorization));

        Assert.Equal(accessToken, Assert.Single(Emulator.Inbox.Messages).AccessToken);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Basic QVBQSUQ6U0VDUkVU")]
    [InlineData("basic QVBQSUQ6U0VDUkVU")]
    [InlineData("Bearer Basic QVBQSUQ6U0VDUkVU")]
    public async Task Client_credentials_and_an_empty_Bearer_are_no_user_token(string authorization)
    {
        await Wire.PostAsync(Wire.Body(), ("authorization", authorization));

        Assert.Null(Assert.Single(Emulator.Inbox.Messages).AccessToken);
    }

    [Fact]
    public async Task What_a_message_keeps_of_the_headers_is_cut()
    {
        await Wire.PostAsync(
            Wire.Body(),
            ("authorization", "Bearer " + new string('t', 9000)),
            ("x-real-ip", new string('1', 300)),
            ("x-genauth-lang", new string('l', 300)));

        SmsMessage message = Assert.Single(Emulator.Inbox.Messages);
        Assert.Equal((8192, 256, 256), (message.AccessToken!.Length, message.ClientIp!.Length, message.Language!.Length));
    }

    [Fact]
    public async Task A_channel_that_acts_on_a_user_is_accepted_without_a_token() =>
        Assert.Equal(200, (await Wire.PostAsync(Wire.Body("CHANNEL_BIND_PHONE"))).StatusCode);

    [Fact]
    public async Task An_unknown_user_pool_does_not_exist()
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, Wire.Path, Wire.Body(), ("x-genauth-userpool-id", "another-pool"));

        Assert.Equal((499, 2224, "User pool does not exist."), (answer.StatusCode, answer.ApiCode, answer.Message));
    }

    public sealed class OverSockets() : CredentialsTests(sockets: true);

    public sealed class InMemory() : CredentialsTests(sockets: false);
}
