using System.Net;
using System.Security.Cryptography;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

public abstract class UserInfoTests : WireTests
{
    private protected UserInfoTests(bool sockets)
        : base(sockets)
    {
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    public async Task The_access_token_of_a_sign_in_tells_who_it_is(string scheme)
    {
        EmulatedUser user = Emulator.Users.Add(Wire.Phone, name: "Ada");
        WireAnswer login = await Wire.SignInAsync(await SendCodeAsync());

        WireAnswer answer = await Wire.GetUserInfoAsync(scheme + login.GetData("access_token"));

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
        Assert.Equal($$"""{"sub":"{{user.UserId}}","phone_number":"+865550100","phone_number_verified":true,"name":"Ada"}""", answer.Text);
    }

    [Fact]
    public async Task A_token_that_was_made_without_a_sign_in_is_as_good()
    {
        EmulatedUser user = Emulator.Users.Add(Wire.Phone);

        Assert.Contains(user.UserId, (await Wire.GetUserInfoAsync(Emulator.CreateAccessToken(user))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Bearer")]
    [InlineData("Basic QVBQSUQ6U0VDUkVU", "Bearer")]
    [InlineData("Bearer token-1", "Bearer error=\"invalid_token\"")]
    public async Task Whoever_has_no_token_learns_what_is_wanted(string? authorization, string challenge)
    {
        using HttpResponseMessage response = await Wire.SendAsync(
            HttpMethod.Get,
            "/oidc/me",
            content: null,
            authorization is null ? [] : [("authorization", authorization)]);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(challenge, response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_token_ends_with_its_lifetime_on_the_clock_of_the_emulator()
    {
        string token = Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone));
        Clock.Advance(TimeSpan.FromSeconds(7199));
        Assert.Equal(HttpStatusCode.OK, (await Wire.GetUserInfoAsync(token)).HttpStatus);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertRefusedAsync(token);
    }

    [Fact]
    public async Task An_id_token_is_refused()
    {
        Emulator.Users.Add(Wire.Phone);

        await AssertRefusedAsync((await Wire.SignInAsync(await SendCodeAsync())).GetData("id_token")!);
    }

    [Fact]
    public async Task A_tampered_token_is_refused()
    {
        string token = Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone));
        EmulatedUser other = Emulator.Users.Add("5550101");

        string[] parts = token.Split('.');
        await AssertRefusedAsync($"{parts[0]}.{Emulator.CreateAccessToken(other).Split('.')[1]}.{parts[2]}");
        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.");
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        Jwt token = Jwt.Read(Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone)));

        await AssertRefusedAsync(Jwt.Sign("""{"alg":"none","typ":"at+jwt"}""", token.Payload.GetRawText(), _ => []));
    }

    [Fact]
    public async Task A_token_that_is_signed_with_the_public_key_as_a_secret_is_refused()
    {
        Jwt token = Jwt.Read(Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone)));
        string keys = (await Wire.SendAsync(HttpMethod.Get, "/oidc/.well-known/jwks.json", body: null)).Text;
        string header = $$"""{"alg":"HS256","typ":"at+jwt","kid":"{{token.Header.GetProperty("kid").GetString()}}"}""";

        await AssertRefusedAsync(Jwt.Sign(header, token.Payload.GetRawText(), content => Jwt.SignHs256(keys, content)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_of_another_key_is_refused(bool ownKeyId)
    {
        Jwt token = Jwt.Read(Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone)));
        using var rsa = RSA.Create(2048);
        string header = $$"""{"alg":"RS256","typ":"at+jwt","kid":"{{(ownKeyId ? token.Header.GetProperty("kid").GetString() : "foreign")}}"}""";

        await AssertRefusedAsync(Jwt.Sign(header, token.Payload.GetRawText(), content => rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    [Fact]
    public async Task A_token_of_another_emulator_is_refused()
    {
        await using var other = new GenAuthEmulator(new() { TimeProvider = Clock });

        await AssertRefusedAsync(other.CreateAccessToken(other.Users.Add(Wire.Phone)));
    }

    [Fact]
    public async Task A_token_for_an_application_that_does_not_exist_is_refused() =>
        await AssertRefusedAsync(Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone), "third-app"));

    private async Task AssertRefusedAsync(string token)
    {
        WireAnswer answer = await Wire.GetUserInfoAsync("Bearer " + token);

        Assert.Equal((HttpStatusCode.Unauthorized, """{"error":"invalid_token"}"""), (answer.HttpStatus, answer.Text));
    }

    public sealed class OverSockets() : UserInfoTests(sockets: true);

    public sealed class InMemory() : UserInfoTests(sockets: false);
}
