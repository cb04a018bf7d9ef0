using System.Net;
using System.Text.Json;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

public abstract class SignInTests : WireTests
{
    private protected SignInTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.OtherAppIds.Add("second-app");

    [Fact]
    public async Task A_right_code_signs_its_user_in()
    {
        Emulator.Users.Add(Wire.Phone);

        WireAnswer answer = await Wire.SignInAsync(await SendCodeAsync());

        Assert.Equal((HttpStatusCode.OK, 200, null, "Operation successful"), (answer.HttpStatus, answer.StatusCode, answer.ApiCode, answer.Message));
        Assert.Equal(("Bearer", "openid profile phone"), (answer.GetData("token_type"), answer.GetData("scope")));
        Assert.Equal((7200, 7200), (ReadNumber(answer, "expire_in"), ReadNumber(answer, "expires_in")));
        Assert.NotNull(answer.GetData("access_token"));
        Assert.NotNull(answer.GetData("id_token"));
        Assert.Null(answer.GetData("refresh_token"));
    }

    [Fact]
    public async Task A_used_code_is_refused()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync();

        Assert.Equal(200, (await Wire.SignInAsync(code)).StatusCode);
        AssertCodeRefused(await Wire.SignInAsync(code));
    }

    [Fact]
    public async Task A_second_wrong_code_voids_the_right_one()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync();

        AssertCodeRefused(await Wire.SignInAsync(code + "0"));
        AssertCodeRefused(await Wire.SignInAsync(code + "0"));
        AssertCodeRefused(await Wire.SignInAsync(code));
    }

    [Fact]
    public async Task An_expired_code_is_refused()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync();
        Clock.Advance(TimeSpan.FromSeconds(300));

        AssertCodeRefused(await Wire.SignInAsync(code));
    }

    [Fact]
    public async Task A_code_of_another_channel_number_or_application_is_refused()
    {
        Emulator.Users.Add(Wire.Phone);
        Emulator.Users.Add("5550101");
        string register = await SendCodeAsync("CHANNEL_REGISTER");
        string code = await SendCodeAsync();

        AssertCodeRefused(await Wire.SignInAsync(register));
        AssertCodeRefused(await Wire.SignInAsync(code, phoneNumber: "5550101"));
        AssertCodeRefused(await Wire.SignInAsync(code, appId: "second-app"));
    }

    [Fact]
    public async Task Only_a_right_code_learns_that_there_is_no_user()
    {
        string code = await SendCodeAsync();

        AssertCodeRefused(await Wire.SignInAsync(code + "0"));
        AssertUserMissing(await Wire.SignInAsync(code));
        Assert.Empty(Emulator.Users.All);
    }

    [Fact]
    public async Task A_right_code_stays_good_while_there_is_no_user()
    {
        string code = await SendCodeAsync();
        await Wire.SignInAsync(code + "0");

        for (int i = 0; i < 3; i++)
            AssertUserMissing(await Wire.SignInAsync(code));

        Assert.Equal(200, (await Wire.SignInAsync(code, ""","options":{"autoRegister":true}""")).StatusCode);
    }

    [Theory]
    [InlineData("true", 200)]
    [InlineData("false", 499)]
    [InlineData("null", 499)]
    [InlineData("\"true\"", 499)]
    public async Task The_request_says_whether_a_new_user_is_registered(string autoRegister, int status)
    {
        string code = await SendCodeAsync();

        Assert.Equal(status, (await Wire.SignInAsync(code, $$$""","options":{"autoRegister":{{{autoRegister}}}}""")).StatusCode);
        Assert.Equal(status == 200, Emulator.Users.Find(Wire.Phone) is { LoginsCount: 1 });
    }

    [Fact]
    public async Task Of_64_sign_ins_at_once_one_succeeds()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync();

        WireAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Wire.SignInAsync(code))));

        Assert.Single(answers, answer => answer.StatusCode == 200);
        Assert.Equal(63, answers.Count(answer => answer.ApiCode == 2001));
    }

    [Theory]
    [InlineData("""{"passCodePayload":{"phone":"5550100","passCode":"123456"}}""", "connection must be")]
    [InlineData("""{"connection":"PASSWORD","passCodePayload":{"phone":"5550100","passCode":"123456"}}""", "connection must be")]
    [InlineData("""{"connection":"PASSCODE"}""", "passCodePayload.phone must be")]
    [InlineData("""{"connection":"PASSCODE","passCodePayload":{"phone":"5550100"}}""", "passCodePayload.passCode must be")]
    [InlineData("""{"connection":"PASSCODE","passCodePayload":{"phone":"5550100","passCode":123456}}""", "passCodePayload.passCode must be")]
    public async Task A_member_that_is_missing_or_wrong_is_named(string body, string message)
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, "/api/v3/signin", body, ("x-genauth-app-id", Emulator.AppId));

        Assert.Equal((400, null), (answer.StatusCode, answer.ApiCode));
        Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_empty_siblings_that_Go_sends_do_not_matter()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync();

        WireAnswer answer = await Wire.SignInAsync(
            code,
            ""","passwordPayload":{"password":""},"adPayload":{"password":"","sAMAccountName":""},"options":{"autoRegister":false}""",
            headers: ("authorization", "stale"));

        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task A_country_is_part_of_the_number()
    {
        await using var emulator = new GenAuthEmulator(new() { InternationalSms = true });
        using var wire = Wire.InMemory(emulator);
        emulator.Users.Add("+1 555-0100");
        await wire.PostAsync(Wire.Body(phoneCountryCode: "+1"));
        string code = (await emulator.Inbox.WaitForAsync(Wire.Phone, cancellationToken: Token)).Code;

        AssertCodeRefused(await wire.SignInAsync(code));
        WireAnswer answer = await wire.SendAsync(
            HttpMethod.Post,
            "/api/v3/signin",
            $$$"""{"connection":"PASSCODE","passCodePayload":{"phone":"5550100","passCode":"{{{code}}}","phoneCountryCode":"001"}}""",
            ("x-authing-app-id", emulator.AppId));
        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_is_counted_at_its_user()
    {
        Emulator.Users.Add(Wire.Phone);
        await Wire.SignInAsync(await SendCodeAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Wire.SignInAsync(await SendCodeAsync());

        EmulatedUser user = Emulator.Users.Find(Wire.Phone)!;
        Assert.Equal((2, Clock.GetUtcNow()), (user.LoginsCount, user.LastLogin));
    }

    private static void AssertUserMissing(WireAnswer answer) =>
        Assert.Equal((HttpStatusCode.OK, 499, 2004), (answer.HttpStatus, answer.StatusCode, answer.ApiCode));

    private static void AssertCodeRefused(WireAnswer answer)
    {
        Assert.Equal((HttpStatusCode.OK, 499, 2001), (answer.HttpStatus, answer.StatusCode, answer.ApiCode));
        Assert.NotEmpty(answer.Message!);
        Assert.Null(answer.Data);
    }

    private static int ReadNumber(WireAnswer answer, string name) => JsonSerializer.Deserialize<JsonElement>(answer.Data!).GetProperty(name).GetInt32();

    public sealed class OverSockets() : SignInTests(sockets: true);

    public sealed class InMemory() : SignInTests(sockets: false);
}
