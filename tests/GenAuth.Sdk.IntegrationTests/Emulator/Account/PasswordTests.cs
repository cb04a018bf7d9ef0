using System.Reflection;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Account;

public abstract class PasswordTests : AccountTests
{
    private protected PasswordTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.OtherAppIds.Add("second-app");

    [Fact]
    public async Task A_new_password_replaces_the_old_one()
    {
        Emulator.Users.Add(Wire.Phone);
        Assert.False(Find().VerifyPassword("first"));

        foreach ((string password, string other) in ((string, string)[])[("first", "second"), ("second", "first")])
        {
            WireAnswer reset = await ResetAsync(await BeginResetAsync(), password);
            Assert.Equal((200, """{"success":true}"""), (reset.StatusCode, reset.Data));
            Assert.Equal((true, false), (Find().VerifyPassword(password), Find().VerifyPassword(other)));
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Throws<ArgumentNullException>("password", () => Find().VerifyPassword(null!));
    }

    [Fact]
    public async Task Nothing_that_is_kept_is_the_password()
    {
        Emulator.Users.Add(Wire.Phone);
        await ResetAsync(await BeginResetAsync(), "correct horse");

        object kept = typeof(EmulatedUser).GetProperty("Password", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Find())!;
        object[] fields = [.. kept.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Select(field => field.GetValue(kept)!)];
        Assert.All(fields, field => Assert.Equal(32, Assert.IsType<byte[]>(field).Length));
        Assert.Equal($"EmulatedUser {{ UserId = {Find().UserId} }}", Find().ToString());
    }

    [Fact]
    public async Task Only_the_right_code_shows_that_a_number_has_no_user()
    {
        AssertRefused(await VerifyResetAsync("000000x"), 2001);
        AssertRefused(await VerifyResetAsync(await SendCodeAsync("CHANNEL_RESET_PASSWORD")), 2004);
    }

    [Fact]
    public async Task An_encryption_beside_a_plain_password_is_ignored()
    {
        Emulator.Users.Add(Wire.Phone);

        WireAnswer answer = await PostAsync(
            "reset-password",
            $$"""{"password":"passw0rd","passwordResetToken":"{{await BeginResetAsync()}}","passwordEncryptType":"sm2"}""");

        Assert.Equal(200, answer.StatusCode);
        Assert.True(Find().VerifyPassword("passw0rd"));
    }

    [Fact]
    public async Task A_stale_user_token_does_no_harm()
    {
        Emulator.Users.Add(Wire.Phone);

        Assert.Equal(200, (await PostAsync("reset-password", $$"""{"password":"p","passwordResetToken":"{{await BeginResetAsync()}}"}""", "Bearer stale")).StatusCode);
    }

    [Fact]
    public async Task A_token_is_good_for_the_application_that_asked()
    {
        Emulator.Users.Add(Wire.Phone);
        string token = await BeginResetAsync();

        AssertRefused(await ResetAsync(token, "p", "second-app"), null);
        Assert.Equal(200, (await ResetAsync(token, "p")).StatusCode);
    }

    [Theory]
    [InlineData("""{"password":"p"}""")]
    [InlineData("""{"passwordResetToken":"t"}""")]
    [InlineData("""{"passwordResetToken":"t","password":" "}""")]
    public async Task What_lacks_a_member_is_malformed(string body) => Assert.Equal(400, (await PostAsync("reset-password", body)).StatusCode);

    private EmulatedUser Find() => Emulator.Users.Find(Wire.Phone)!;

    public sealed class OverSockets() : PasswordTests(sockets: true);

    public sealed class InMemory() : PasswordTests(sockets: false);
}
