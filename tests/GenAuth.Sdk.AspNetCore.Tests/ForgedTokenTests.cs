using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using GenAuth.Sdk.Testing;

using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>The service's address answers a sign-in with a token that is not the service's: nobody is signed in.</summary>
public class ForgedTokenTests
{
    private const string Subject = "the-victim";

    public static TheoryData<string> Forgeries =>
    [
        "unsigned", "signed with another key", "signed with another key under a known id", "signed with another key and no id",
        "signed with the public key as a secret", "signed with the application's id as a secret", "of another issuer", "for another application",
        "expired", "not yet good", "without an end", "without a subject", "tampered with", "an access token", "no token at all",
    ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_signs_nobody_in(string forgery)
    {
        await using PhoneApp app = await PhoneApp.StartAsync();
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        string token = await ForgeAsync(app, forgery);
        app.GenAuth.Faults.When(request => request.Operation == "SignInByPhonePassCode", Answer(token));

        BrowserResponse response = await browser.SignInAsync("5550100", await LoginTests.ReadCodeAsync(app));

        Assert.Equal((502, "ask-for-a-new-code"), (response.Status, response.Problem));
        Assert.Equal("", await browser.GetMeAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_cannot_choose_its_algorithm(bool applicationExpectsHS256)
    {
        const string secret = "0123456789abcdef0123456789abcdef";
        await using PhoneApp app = await PhoneApp.StartAsync(
            options => options.IdTokenAlgorithm = applicationExpectsHS256 ? IdTokenAlgorithm.HS256 : IdTokenAlgorithm.RS256,
            emulator => (emulator.AppSecret, emulator.IdTokenAlgorithm) =
                (secret, applicationExpectsHS256 ? Testing.IdTokenAlgorithm.RS256 : Testing.IdTokenAlgorithm.HS256),
            configureClient: client => client.AppSecret = secret);
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();

        Assert.Equal("ask-for-a-new-code", (await LoginTests.SignInAsync(app, browser)).Problem);
    }

    [Fact]
    public async Task A_token_that_is_signed_with_the_secret_signs_in_where_the_console_says_so()
    {
        const string secret = "0123456789abcdef0123456789abcdef";
        await using PhoneApp app = await PhoneApp.StartAsync(
            options => options.IdTokenAlgorithm = IdTokenAlgorithm.HS256,
            emulator => (emulator.AppSecret, emulator.IdTokenAlgorithm) = (secret, Testing.IdTokenAlgorithm.HS256),
            configureClient: client => client.AppSecret = secret);
        app.GenAuth.Users.Add("5550100");
        using Browser browser = app.OpenBrowser();

        Assert.Equal(204, (await LoginTests.SignInAsync(app, browser)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_of_the_service_signs_in_whether_or_not_it_names_its_key(bool namesKey)
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa) { KeyId = "k1" };
        await using PhoneApp app = await PhoneApp.StartAsync();
        Publish(app, key);
        using Browser browser = app.OpenBrowser();
        await browser.AskForCodeAsync("5550100");
        app.GenAuth.Faults.When(request => request.Operation == "SignInByPhonePassCode", Answer(Sign(app, namesKey ? key : new RsaSecurityKey(rsa))));

        Assert.Equal(204, (await browser.SignInAsync("5550100", "123456")).Status);
        Assert.Contains("nameidentifier=" + Subject, await browser.GetMeAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_of_the_service_is_found_when_it_is_first_used()
    {
        using RSA first = RSA.Create(2048), second = RSA.Create(2048);
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.SendsPerNumber.PermitLimit = 10, emulator => emulator.ResendWindow = TimeSpan.Zero);
        Publish(app, new RsaSecurityKey(first) { KeyId = "k1" });
        using Browser browser = app.OpenBrowser();
        Assert.Equal(204, await SignInAsync(app, browser, new RsaSecurityKey(first) { KeyId = "k1" }));
        app.GenAuth.Faults.Clear();
        Publish(app, new RsaSecurityKey(second) { KeyId = "k2" });

        int tooEarly = await SignInAsync(app, browser, new RsaSecurityKey(second) { KeyId = "k2" });
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        int later = await SignInAsync(app, browser, new RsaSecurityKey(second) { KeyId = "k2" });

        Assert.Equal((502, 204), (tooEarly, later));
    }

    private static async Task<int> SignInAsync(PhoneApp app, Browser browser, SecurityKey key)
    {
        await browser.AskForCodeAsync("5550100");
        app.GenAuth.Faults.Next("SignInByPhonePassCode", Answer(Sign(app, key)));
        return (await browser.SignInAsync("5550100", await LoginTests.ReadCodeAsync(app))).Status;
    }

    private static void Publish(PhoneApp app, RsaSecurityKey key)
    {
        RSAParameters parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        string json = $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{key.KeyId}}","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}"}]}""";
        app.GenAuth.Faults.When(request => request.Operation == "PublicKeys", Fault.Http(HttpStatusCode.OK, json, "application/json"));
    }

    private static Fault Answer(string token) =>
        Fault.Http(
            HttpStatusCode.OK,
            JsonSerializer.Serialize(new { statusCode = 200, message = "", data = new { access_token = "x", id_token = token } }),
            "application/json");

    private static async Task<string> ForgeAsync(PhoneApp app, string forgery)
    {
        using var client = new HttpClient(app.GenAuth.CreateHandler());
        string published = await client.GetStringAsync(new Uri(app.GenAuth.AppHost, "/oidc/.well-known/jwks.json"), TestContext.Current.CancellationToken);
        JsonWebKey known = new JsonWebKeySet(published).Keys.Single();
        var own = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "another" };
        DateTime now = app.Clock.GetUtcNow().UtcDateTime;
        string genuine = await GetGenuineTokenAsync(app);

        return forgery switch
        {
            "unsigned" => Sign(app, key: null),
            "signed with another key" => Sign(app, own),
            "signed with another key under a known id" => Sign(app, new RsaSecurityKey(RSA.Create(2048)) { KeyId = known.KeyId }),
            "signed with another key and no id" => Sign(app, new RsaSecurityKey(RSA.Create(2048))),
            "signed with the public key as a secret" => Sign(app, new SymmetricSecurityKey(Encoding.UTF8.GetBytes(known.N)) { KeyId = known.KeyId }),
            "signed with the application's id as a secret" => Sign(app, new SymmetricSecurityKey(Encoding.UTF8.GetBytes(app.GenAuth.AppId.PadRight(32)))),
            "tampered with" => Tamper(genuine),
            "an access token" => app.GenAuth.CreateAccessToken(app.GenAuth.Users.All[0]),
            "no token at all" => "eyJ.eyJ.x",
            _ => Resign(app, forgery, now),
        };
    }

    // The right key in wrong hands: only the claims are wrong.
    private static string Resign(PhoneApp app, string forgery, DateTime now)
    {
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k1" };
        Publish(app, key);
        return forgery switch
        {
            "of another issuer" => Sign(app, key, descriptor => descriptor.Issuer = "https://evil.example/oidc"),
            "for another application" => Sign(app, key, descriptor => descriptor.Audience = "another"),
            "expired" => Sign(app, key, descriptor => descriptor.Expires = now.AddMinutes(-2)),
            "not yet good" => Sign(app, key, descriptor => descriptor.NotBefore = now.AddMinutes(2)),
            "without an end" => Sign(app, key, descriptor => descriptor.Expires = null),
            "without a subject" => Sign(app, key, descriptor => descriptor.Claims.Clear()),
            _ => throw new ArgumentOutOfRangeException(nameof(forgery)),
        };
    }

    private static async Task<string> GetGenuineTokenAsync(PhoneApp app)
    {
        AuthenticationClient client = app.GenAuth.CreateClient();
        (await client.SendSmsAsync(SmsChannel.Login, "5550199", "+86")).EnsureSuccess();
        app.GenAuth.Users.Add("5550199");
        var login = await client.SignInByPhonePassCodeAsync("5550199", await LoginTests.ReadCodeAsync(app, "5550199"), "+86");
        return login.EnsureSuccess().Data!.IdToken!;
    }

    private static string Tamper(string token)
    {
        string[] parts = token.Split('.');
        string payload = Base64UrlEncoder.Decode(parts[1]);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload.Replace("\"sub\":\"", "\"sub\":\"" + Subject, StringComparison.Ordinal))}.{parts[2]}";
    }

    private static string Sign(PhoneApp app, SecurityKey? key, Action<SecurityTokenDescriptor>? change = null)
    {
        DateTime now = app.Clock.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = app.GenAuth.AppHost.AbsoluteUri.TrimEnd('/') + "/oidc",
            Audience = app.GenAuth.AppId,
            IssuedAt = now,
            Expires = now.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = Subject },
            SigningCredentials =
                key is null ? null : new SigningCredentials(key, key is SymmetricSecurityKey ? SecurityAlgorithms.HmacSha256 : SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }
}
