using System.Text;

using GenAuth.Sdk.Testing;

using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

public abstract class TokenTests : WireTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private protected TokenTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.PathBase = "/tenant-a";

    private string Issuer => Emulator.AppHost + "/oidc";

    [Fact]
    public async Task An_access_token_says_whose_it_is_for_which_application_and_how_long()
    {
        EmulatedUser user = Emulator.Users.Add(Wire.Phone, name: "Ada");

        Jwt token = Jwt.Read((await SignInAsync()).GetData("access_token")!);

        Assert.Equal(("RS256", "at+jwt"), (token.Header.GetProperty("alg").GetString(), token.Header.GetProperty("typ").GetString()));
        Assert.Equal("aud exp iat iss jti scope sub", token.Claims);
        Assert.Equal((Issuer, user.UserId, Emulator.AppId, "openid profile phone"), (token.Text("iss"), token.Text("sub"), token.Text("aud"), token.Text("scope")));
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeSeconds(), token.Number("iat"));
        Assert.Equal(token.Number("iat") + 7200, token.Number("exp"));
    }

    [Fact]
    public async Task An_id_token_says_who_it_is()
    {
        EmulatedUser user = Emulator.Users.Add(Wire.Phone, null, "Ada", "Countess", "ada", "ada@example.com", "https://example.com/ada.png");

        Jwt token = Jwt.Read((await SignInAsync()).GetData("id_token")!);

        Assert.Equal(("RS256", "JWT"), (token.Header.GetProperty("alg").GetString(), token.Header.GetProperty("typ").GetString()));
        Assert.Equal("aud exp iat iss name nickname phone_number phone_number_verified picture sub", token.Claims);
        Assert.Equal((Issuer, user.UserId, Emulator.AppId), (token.Text("iss"), token.Text("sub"), token.Text("aud")));
        Assert.Equal(
            ("+865550100", "Ada", "Countess", "https://example.com/ada.png"),
            (token.Text("phone_number"), token.Text("name"), token.Text("nickname"), token.Text("picture")));
        Assert.True(token.Payload.GetProperty("phone_number_verified").GetBoolean());
        Assert.Equal(token.Number("iat") + 7200, token.Number("exp"));
    }

    [Theory]
    [InlineData("openid", "aud exp iat iss sub")]
    [InlineData("openid phone", "aud exp iat iss phone_number phone_number_verified sub")]
    [InlineData("openid  email", "aud email email_verified exp iat iss sub")]
    [InlineData("openid profile", "aud exp iat iss name sub")]
    public async Task The_scope_chooses_the_claims(string scope, string claims)
    {
        Emulator.Users.Add(Wire.Phone, name: "Ada", email: "ada@example.com");

        Assert.Equal(claims, Jwt.Read((await SignInAsync(scope)).GetData("id_token")!).Claims);
    }

    [Fact]
    public async Task Without_openid_there_is_no_id_token()
    {
        Emulator.Users.Add(Wire.Phone);

        Assert.Null((await SignInAsync("phone offline_access")).GetData("id_token"));
    }

    [Fact]
    public async Task With_offline_access_there_is_a_refresh_token()
    {
        Emulator.Users.Add(Wire.Phone);

        Assert.NotEmpty((await SignInAsync("phone offline_access")).GetData("refresh_token")!);
    }

    [Fact]
    public async Task The_scope_is_what_was_asked_for()
    {
        Emulator.Users.Add(Wire.Phone);

        WireAnswer answer = await SignInAsync("phone offline_access");

        Assert.Equal("phone offline_access", answer.GetData("scope"));
        Assert.Equal("phone offline_access", Jwt.Read(answer.GetData("access_token")!).Text("scope"));
    }

    [Fact]
    public async Task A_long_scope_is_cut()
    {
        Emulator.Users.Add(Wire.Phone);

        Assert.Equal(256, (await SignInAsync(new string('s', 1000))).GetData("scope")!.Length);
    }

    [Fact]
    public async Task HS256_signs_id_tokens_with_the_secret()
    {
        string idToken = (await SignInWithSecretAsync()).GetData("id_token")!;

        byte[] signed = Encoding.ASCII.GetBytes(idToken[..idToken.LastIndexOf('.')]);
        Assert.Equal("HS256", Jwt.Read(idToken).Header.GetProperty("alg").GetString());
        Assert.Equal(Base64UrlEncoder.Encode(Jwt.SignHs256(Secret, signed)), Jwt.Read(idToken).Signature);
    }

    [Fact]
    public async Task HS256_leaves_access_tokens_as_they_are()
    {
        string accessToken = (await SignInWithSecretAsync()).GetData("access_token")!;

        Assert.Equal("RS256", Jwt.Read(accessToken).Header.GetProperty("alg").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0123456789abcdef0123456789abcde")]
    public void HS256_needs_a_secret_of_32_bytes(string? secret)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "options",
            () => new GenAuthEmulator(new() { AppSecret = secret, IdTokenAlgorithm = IdTokenAlgorithm.HS256 }));

        Assert.Contains("GenAuthEmulatorOptions.IdTokenAlgorithm", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789", exception.Message, StringComparison.Ordinal);
    }

    private async Task<WireAnswer> SignInAsync(string? scope = null) =>
        await Wire.SignInAsync(await SendCodeAsync(), scope is null ? "" : $$$""","options":{"scope":"{{{scope}}}"}""");

    private static async Task<WireAnswer> SignInWithSecretAsync()
    {
        await using var emulator = new GenAuthEmulator(new() { AppSecret = Secret, IdTokenAlgorithm = IdTokenAlgorithm.HS256 });
        using var wire = Wire.InMemory(emulator);
        emulator.Users.Add(Wire.Phone);
        await wire.PostAsync(Wire.Body());
        string code = (await emulator.Inbox.WaitForAsync(Wire.Phone, cancellationToken: Token)).Code;
        return await wire.SignInAsync(code, $$""","client_id":"{{emulator.AppId}}","client_secret":"{{Secret}}" """);
    }

    public sealed class OverSockets() : TokenTests(sockets: true);

    public sealed class InMemory() : TokenTests(sockets: false);
}
