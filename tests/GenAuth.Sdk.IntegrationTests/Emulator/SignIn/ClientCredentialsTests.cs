using System.Text;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

public abstract class ClientCredentialsTests : WireTests
{
    private const string Secret = "s3cret:+% ü";

    private protected ClientCredentialsTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options)
    {
        options.AppId = "APPID";
        options.AppSecret = Secret;
    }

    [Theory]
    [InlineData(""","client_id":"APPID","client_secret":"s3cret:+% ü" """, 200)]
    [InlineData(""","client_id":"APPID","client_secret":"wrong" """, 499)]
    [InlineData(""","client_id":"ANOTHER","client_secret":"s3cret:+% ü" """, 499)]
    [InlineData(""","client_id":"APPID" """, 499)]
    [InlineData(""","client_secret":"s3cret:+% ü" """, 499)]
    [InlineData("", 499)]
    public async Task The_body_may_hold_them(string members, int status) => await AssertSignInAsync(status, members);

    [Theory]
    [InlineData("Basic ", "APPID:s3cret%3A%2B%25+%C3%BC", 200)]
    [InlineData("bearer basic ", "APPID:s3cret%3A%2B%25+%C3%BC", 200)]
    [InlineData("Basic ", "APPID:s3cret:%2B%25%20%C3%BC", 200)]
    [InlineData("Basic ", "APPID:wrong", 499)]
    [InlineData("Basic ", "ANOTHER:s3cret%3A%2B%25+%C3%BC", 499)]
    [InlineData("Basic ", "APPID", 499)]
    [InlineData("Bearer ", "APPID:s3cret%3A%2B%25+%C3%BC", 499)]
    public async Task The_header_may_hold_them_form_encoded(string scheme, string credentials, int status) =>
        await AssertSignInAsync(status, "", ("authorization", scheme + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))));

    [Fact]
    public async Task A_header_that_is_no_Base64_holds_none() => await AssertSignInAsync(499, "", ("authorization", "Basic ???"));

    [Fact]
    public async Task A_user_token_beside_those_in_the_body_does_not_matter() =>
        await AssertSignInAsync(200, ""","client_id":"APPID","client_secret":"s3cret:+% ü" """, ("authorization", "stale"));

    [Fact]
    public async Task Whoever_lacks_them_learns_nothing_of_a_code()
    {
        string code = await SendCodeAsync();

        WireAnswer right = await Wire.SignInAsync(code);
        WireAnswer wrong = await Wire.SignInAsync(code + "0");

        Assert.Equal((right.StatusCode, right.ApiCode, right.Message), (wrong.StatusCode, wrong.ApiCode, wrong.Message));
    }

    [Fact]
    public async Task Sign_up_needs_none() => Assert.Equal(200, (await Wire.SignUpAsync(await SendCodeAsync("CHANNEL_REGISTER"))).StatusCode);

    [Fact]
    public async Task An_application_without_a_secret_takes_any_credentials_or_none()
    {
        await using var emulator = new GenAuthEmulator();
        using var wire = Wire.InMemory(emulator);

        foreach ((string phone, string members) in ((string, string)[])[("5550100", ""), ("5550101", ""","client_id":"a","client_secret":"b" """)])
        {
            emulator.Users.Add(phone);
            await wire.PostAsync(Wire.Body(phoneNumber: phone));
            string code = (await emulator.Inbox.WaitForAsync(phone, cancellationToken: Token)).Code;
            Assert.Equal(200, (await wire.SignInAsync(code, members, phone)).StatusCode);
        }
    }

    private async Task AssertSignInAsync(int status, string members, params (string Name, string Value)[] headers)
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync();

        WireAnswer answer = await Wire.SignInAsync(code, members, headers: headers);

        Assert.Equal((status, null), (answer.StatusCode, answer.ApiCode));
        if (status == 499)
        {
            Assert.Contains("token_endpoint_auth_method", answer.Message, StringComparison.Ordinal);
            Assert.True(Emulator.Redeem(SmsChannel.Login, Wire.Phone, code));
        }
    }

    public sealed class OverSockets() : ClientCredentialsTests(sockets: true);

    public sealed class InMemory() : ClientCredentialsTests(sockets: false);
}
