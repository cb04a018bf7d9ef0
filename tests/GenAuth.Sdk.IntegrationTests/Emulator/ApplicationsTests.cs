using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class ApplicationsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("x-genauth-app-id", true)]
    [InlineData("x-genauth-app-id", false)]
    [InlineData("x-authing-app-id", true)]
    [InlineData("x-authing-app-id", false)]
    public async Task Every_listed_application_is_served_under_either_prefix(string header, bool sockets)
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { AppId = "first-app", OtherAppIds = { "second-app", "third-app" } }, Token);
        using Wire wire = sockets ? Wire.OverSockets(emulator) : Wire.InMemory(emulator);

        foreach (string appId in (string[])["first-app", "second-app", "third-app"])
            Assert.Equal(200, (await wire.SendAsync(HttpMethod.Post, Wire.Path, Wire.Body(), (header, appId))).StatusCode);

        Assert.Equal(["first-app", "second-app", "third-app"], emulator.Inbox.Messages.Select(message => message.AppId));
    }

    [Theory]
    [InlineData("/tenant-a")]
    [InlineData("tenant-a/")]
    public async Task A_path_base_is_part_of_the_address(string pathBase)
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { PathBase = pathBase }, Token);
        using var wire = Wire.OverSockets(emulator);

        Assert.Equal("/tenant-a", emulator.AppHost.AbsolutePath);
        Assert.Equal(200, (await wire.PostAsync(Wire.Body())).StatusCode);
        Assert.True((await emulator.CreateClient().SendSmsAsync(SmsChannel.Register, "5550100", cancellationToken: Token)).IsSuccess);
    }

    [Theory]
    [InlineData("/tenant-a")]
    [InlineData("tenant-a/")]
    public async Task A_request_outside_the_path_base_is_not_found(string pathBase)
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { PathBase = pathBase }, Token);
        using var wire = Wire.OverSockets(emulator);

        Assert.Equal(404, (await wire.SendAsync(HttpMethod.Post, "/.." + Wire.Path, Wire.Body())).StatusCode);
    }

    [Fact]
    public async Task Emulators_know_nothing_of_each_other()
    {
        await using GenAuthEmulator first = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        await using GenAuthEmulator second = await GenAuthEmulator.StartAsync(cancellationToken: Token);

        (await first.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token)).EnsureSuccess();

        Assert.NotEqual(first.AppHost, second.AppHost);
        Assert.Equal((1, 0), (first.RequestCount, second.RequestCount));
    }
}
