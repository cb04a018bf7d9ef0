using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using GenAuth.Sdk.Testing;

using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.IntegrationTests.Emulator.SignIn;

public abstract class DiscoveryTests : WireTests
{
    private protected DiscoveryTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.PathBase = "/tenant-a";

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task The_issuer_is_the_address_of_the_request(string slash)
    {
        JsonElement document = await GetAsync(slash + "/oidc/.well-known/openid-configuration");

        string issuer = Emulator.AppHost + "/oidc";
        Assert.Equal(issuer, document.GetProperty("issuer").GetString());
        Assert.Equal(issuer + "/.well-known/jwks.json", document.GetProperty("jwks_uri").GetString());
        Assert.Equal(issuer + "/me", document.GetProperty("userinfo_endpoint").GetString());
        Assert.Equal("""["RS256"]""", document.GetProperty("id_token_signing_alg_values_supported").GetRawText());
    }

    [Fact]
    public async Task Only_the_public_half_of_the_key_is_shown()
    {
        JsonElement key = await GetKeyAsync();

        Assert.Equal("kty use alg kid n e", string.Join(' ', key.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(("RSA", "sig", "RS256"), (key.GetProperty("kty").GetString(), key.GetProperty("use").GetString(), key.GetProperty("alg").GetString()));
    }

    [Fact]
    public async Task The_key_verifies_the_tokens()
    {
        JsonElement key = await GetKeyAsync();
        string token = Emulator.CreateAccessToken(Emulator.Users.Add(Wire.Phone));

        Assert.Equal(Jwt.Read(token).Header.GetProperty("kid").GetString(), key.GetProperty("kid").GetString());
        using var rsa = RSA.Create(new RSAParameters { Modulus = Decode(key, "n"), Exponent = Decode(key, "e") });
        int end = token.LastIndexOf('.');
        byte[] signed = Encoding.ASCII.GetBytes(token[..end]), signature = Base64UrlEncoder.DecodeBytes(token[(end + 1)..]);
        Assert.True(rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task A_page_of_this_machine_may_read_it()
    {
        using HttpResponseMessage response = await Wire.SendAsync(
            HttpMethod.Get,
            "/oidc/.well-known/openid-configuration",
            content: null,
            ("Origin", "http://localhost:3000"));

        Assert.Equal("http://localhost:3000", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Faults_apply_to_it_by_name()
    {
        Emulator.Faults.Next("PublicKeys", Fault.GatewayPage());

        await GetAsync("/oidc/.well-known/openid-configuration");
        Assert.Equal(HttpStatusCode.BadGateway, (await Wire.SendAsync(HttpMethod.Get, "/oidc/.well-known/jwks.json", body: null)).HttpStatus);
    }

    private static byte[] Decode(JsonElement key, string name) => Base64UrlEncoder.DecodeBytes(key.GetProperty(name).GetString());

    private async Task<JsonElement> GetKeyAsync() => Assert.Single((await GetAsync("/oidc/.well-known/jwks.json")).GetProperty("keys").EnumerateArray());

    private async Task<JsonElement> GetAsync(string path)
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Get, path, body: null);
        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (answer.HttpStatus, answer.ContentType));
        return JsonSerializer.Deserialize<JsonElement>(answer.Text);
    }

    public sealed class OverSockets() : DiscoveryTests(sockets: true);

    public sealed class InMemory() : DiscoveryTests(sockets: false);
}
