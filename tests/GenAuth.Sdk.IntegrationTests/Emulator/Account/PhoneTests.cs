using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Account;

/// <summary>Binding and unbinding.</summary>
public abstract class PhoneTests : AccountTests
{
    private protected PhoneTests(bool sockets)
        : base(sockets)
    {
    }

    [Fact]
    public async Task A_phone_that_was_taken_away_can_be_followed_by_another()
    {
        string accessToken = AddUser();

        WireAnswer unbound = await UnbindAsync(accessToken, await SendCodeAsync("CHANNEL_UNBIND_PHONE"));
        Assert.Null(Assert.Single(Emulator.Users.All).PhoneNumber);
        WireAnswer bound = await BindAsync(accessToken, await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone));

        Assert.Equal((200, null, 200, null), (unbound.StatusCode, unbound.Data, bound.StatusCode, bound.Data));
        Assert.Equal(Assert.Single(Emulator.Users.All), Emulator.Users.Find(OtherPhone));
        Assert.Null(Emulator.Users.Find(Wire.Phone));
    }

    [Fact]
    public async Task A_user_with_a_phone_is_told_to_change_it()
    {
        string accessToken = AddUser();

        AssertRefused(await BindAsync(accessToken, await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone)), 2226);
        Assert.NotNull(Emulator.Users.Find(Wire.Phone));
    }

    [Fact]
    public async Task A_phone_of_another_user_is_not_given_away()
    {
        string accessToken = AddUser();
        Assert.Equal(200, (await UnbindAsync(accessToken, await SendCodeAsync("CHANNEL_UNBIND_PHONE"))).StatusCode);
        EmulatedUser other = Emulator.Users.Add(OtherPhone);

        AssertRefused(await BindAsync(accessToken, await SendCodeAsync("CHANNEL_BIND_PHONE", OtherPhone)), 2035);
        Assert.Equal(other, Emulator.Users.Find(OtherPhone));
    }

    [Fact]
    public async Task The_only_way_to_sign_in_stays()
    {
        string accessToken = Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone, username: "ada"));
        string code = await SendCodeAsync("CHANNEL_UNBIND_PHONE");

        AssertRefused(await UnbindAsync(accessToken, code), 2217);

        Assert.Equal(200, (await ResetAsync(await BeginResetAsync(), "correct horse")).StatusCode);
        Assert.Equal(200, (await UnbindAsync(accessToken, code)).StatusCode);
    }

    [Fact]
    public async Task A_user_without_a_phone_has_no_code_to_unbind_with()
    {
        string accessToken = AddUser();
        string code = await SendCodeAsync("CHANNEL_UNBIND_PHONE");
        Assert.Equal(200, (await UnbindAsync(accessToken, code)).StatusCode);

        AssertRefused(await UnbindAsync(accessToken, code), 2001);
    }

    [Fact]
    public async Task A_wrong_code_is_named_before_anything_of_the_user()
    {
        string accessToken = AddUser();
        Emulator.Users.Add(OtherPhone);

        AssertRefused(await BindAsync(accessToken, "000000x"), 2001);
        AssertRefused(await UnbindAsync(accessToken, "000000x"), 2001);
    }

    [Fact]
    public async Task A_code_for_another_purpose_is_wrong()
    {
        string accessToken = AddUser();

        AssertRefused(await UnbindAsync(accessToken, await SendCodeAsync("CHANNEL_BIND_PHONE")), 2001);
    }

    [Theory]
    [InlineData("bind-phone", "{}")]
    [InlineData("bind-phone", """{"phoneNumber":"call-me","passCode":"1"}""")]
    [InlineData("bind-phone", """{"phoneNumber":"5550101"}""")]
    [InlineData("unbind-phone", """{"passCode":""}""")]
    public async Task What_lacks_a_member_is_malformed(string operation, string body) => Assert.Equal(400, (await PostAsync(operation, body, AddUser())).StatusCode);

    public sealed class OverSockets() : PhoneTests(sockets: true);

    public sealed class InMemory() : PhoneTests(sockets: false);
}
