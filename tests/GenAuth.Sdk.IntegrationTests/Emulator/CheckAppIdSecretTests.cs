using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class CheckAppIdSecretTests : WireTests
{
    private protected CheckAppIdSecretTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options)
    {
        options.RequestsPerSecond = 1;
        options.OtherAppIds.Add("second-app");
        options.AppSecret = "secret-1";
    }

    [Theory]
    [InlineData("genauth-emulator", "secret-1", true)]
    [InlineData("second-app", "secret-1", true)]
    [InlineData("genauth-emulator", "secret-2", false)]
    [InlineData("genauth-emulator", "", false)]
    [InlineData("third-app", "secret-1", false)]
    public async Task Only_the_secret_of_a_known_application_is_valid(string appId, string appSecret, bool valid) =>
        Assert.Equal(valid ? """{"valid":true}""" : """{"valid":false}""", (await CheckAsync(Wire, appId, appSecret)).Data);

    [Fact]
    public async Task Without_a_configured_secret_any_is_valid_for_a_known_application()
    {
        await using var open = new GenAuthEmulator();
        using var wire = Wire.InMemory(open);

        Assert.Equal("""{"valid":true}""", (await CheckAsync(wire, open.AppId, "anything")).Data);
        Assert.Equal("""{"valid":true}""", (await CheckAsync(wire, open.AppId, "")).Data);
        Assert.Equal("""{"valid":false}""", (await CheckAsync(wire, "third-app", "anything")).Data);
    }

    [Fact]
    public async Task Checks_do_not_count_towards_the_limit_of_an_application()
    {
        await CheckAsync(Wire, Emulator.AppId, "secret-1");

        Assert.Equal(200, (await Wire.PostAsync(Wire.Body())).StatusCode);
    }

    [Fact]
    public async Task An_application_id_is_required()
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, "/api/v3/check-app-id-secret", """{"appSecret":"secret-1"}""");

        Assert.Equal(400, answer.StatusCode);
        Assert.StartsWith("appId must be", answer.Message, StringComparison.Ordinal);
    }

    private static Task<WireAnswer> CheckAsync(Wire wire, string appId, string appSecret) =>
        wire.SendAsync(HttpMethod.Post, "/api/v3/check-app-id-secret", $$"""{"appId":"{{appId}}","appSecret":"{{appSecret}}"}""");

    public sealed class OverSockets() : CheckAppIdSecretTests(sockets: true);

    public sealed class InMemory() : CheckAppIdSecretTests(sockets: false);
}
