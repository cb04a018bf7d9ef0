using System.Net;
using System.Text.Json;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

public abstract class SignUpTests : WireTests
{
    private protected SignUpTests(bool sockets)
        : base(sockets)
    {
    }

    [Fact]
    public async Task A_right_code_makes_a_user_of_its_number_and_the_profile()
    {
        string code = await SendCodeAsync("CHANNEL_REGISTER");

        WireAnswer answer = await Wire.SignUpAsync(
            code,
            ""","profile":{"name":"Ada","nickname":"Countess","username":"ada","email":"ada@example.com","photo":"https://example.com/ada.png","gender":"F"}""");

        EmulatedUser user = Assert.Single(Emulator.Users.All);
        Assert.Equal((200, user.UserId), (answer.StatusCode, answer.GetData("userId")));
        Assert.Equal((Wire.Phone, "+86"), (answer.GetData("phone"), answer.GetData("phoneCountryCode")));
        Assert.Equal(
            ("Ada", "Countess", "ada", "ada@example.com", "https://example.com/ada.png"),
            (answer.GetData("name"), answer.GetData("nickname"), answer.GetData("username"), answer.GetData("email"), answer.GetData("photo")));
        Assert.Equal(("Ada", "Countess", "ada", "ada@example.com", "https://example.com/ada.png"), (user.Name, user.Nickname, user.Username, user.Email, user.Photo));
        Assert.Equal(Clock.GetUtcNow(), user.CreatedAt);
    }

    [Fact]
    public async Task The_user_is_answered_with_every_documented_member()
    {
        WireAnswer answer = await Wire.SignUpAsync(await SendCodeAsync("CHANNEL_REGISTER"));

        Assert.Equal(
            [
                "userId", "createdAt", "updatedAt", "status", "workStatus", "phone", "phoneCountryCode", "email", "username", "name", "nickname", "photo",
                "gender", "phoneVerified", "emailVerified", "loginsCount", "lastLogin", "lastIp", "externalId", "customData",
            ],
            JsonSerializer.Deserialize<JsonElement>(answer.Data!).EnumerateObject().Select(member => member.Name));
        Assert.Null(answer.GetData("name"));
    }

    [Fact]
    public async Task Only_a_code_for_registration_is_right()
    {
        string login = await SendCodeAsync();

        AssertRefused(await Wire.SignUpAsync(login), 2001);
    }

    [Fact]
    public async Task A_second_wrong_code_voids_the_right_one()
    {
        string code = await SendCodeAsync("CHANNEL_REGISTER");

        AssertRefused(await Wire.SignUpAsync(code + "0"), 2001);
        AssertRefused(await Wire.SignUpAsync(code + "0"), 2001);
        AssertRefused(await Wire.SignUpAsync(code), 2001);
    }

    [Fact]
    public async Task Only_a_right_code_learns_that_there_is_a_user()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync("CHANNEL_REGISTER");

        AssertRefused(await Wire.SignUpAsync(code + "0"), 2001);
        AssertRefused(await Wire.SignUpAsync(code), 2026);
    }

    [Fact]
    public async Task A_right_code_stays_good_while_there_is_a_user()
    {
        Emulator.Users.Add(Wire.Phone);
        string code = await SendCodeAsync("CHANNEL_REGISTER");
        await Wire.SignUpAsync(code + "0");

        AssertRefused(await Wire.SignUpAsync(code), 2026);
        AssertRefused(await Wire.SignUpAsync(code), 2026);
    }

    [Fact]
    public async Task Whoever_signed_up_can_sign_in()
    {
        await Wire.SignUpAsync(await SendCodeAsync("CHANNEL_REGISTER"));

        Assert.Equal(200, (await Wire.SignInAsync(await SendCodeAsync())).StatusCode);
    }

    [Fact]
    public async Task Whoever_was_registered_by_a_sign_in_cannot_sign_up()
    {
        await Wire.SignInAsync(await SendCodeAsync(), ""","options":{"autoRegister":true}""");

        AssertRefused(await Wire.SignUpAsync(await SendCodeAsync("CHANNEL_REGISTER")), 2026);
    }

    [Fact]
    public async Task Registration_can_be_disabled()
    {
        await using var emulator = new GenAuthEmulator(new() { RegistrationDisabled = true });
        using var wire = Wire.InMemory(emulator);
        async Task<string> SendAsync(string channel)
        {
            await wire.PostAsync(Wire.Body(channel));
            return (await emulator.Inbox.WaitForAsync(Wire.Phone, cancellationToken: Token)).Code;
        }

        AssertRefused(await wire.SignUpAsync(await SendAsync("CHANNEL_REGISTER")), 2031);
        string code = await SendAsync("CHANNEL_LOGIN");
        AssertRefused(await wire.SignInAsync(code, ""","options":{"autoRegister":true}"""), 2031);
        AssertRefused(await wire.SignInAsync(code), 2004);
        emulator.Users.Add(Wire.Phone);
        Assert.Equal(200, (await wire.SignInAsync(code)).StatusCode);
    }

    [Fact]
    public async Task Long_texts_of_a_profile_are_cut()
    {
        string text = new('n', 255);
        await Wire.SignUpAsync(await SendCodeAsync("CHANNEL_REGISTER"), $$$""","profile":{"name":"{{{text}}}ab","nickname":"{{{text}}}😀"}""");

        EmulatedUser user = Assert.Single(Emulator.Users.All);
        Assert.Equal((text + "a", text), (user.Name, user.Nickname));
    }

    private static void AssertRefused(WireAnswer answer, int apiCode)
    {
        Assert.Equal((HttpStatusCode.OK, 499, apiCode), (answer.HttpStatus, answer.StatusCode, answer.ApiCode));
        Assert.NotEqual("The request failed.", answer.Message);
    }

    public sealed class OverSockets() : SignUpTests(sockets: true);

    public sealed class InMemory() : SignUpTests(sockets: false);
}
