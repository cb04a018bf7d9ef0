using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>Tests of what goes over the wire, each run over sockets and over the in-memory handler.</summary>
public abstract class WireTests : IAsyncLifetime
{
    private readonly bool _sockets;

    private protected WireTests(bool sockets) => _sockets = sockets;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected DelayClock Clock { get; } = new();

    protected GenAuthEmulator Emulator { get; private set; } = null!;

    private protected Wire Wire { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new GenAuthEmulatorOptions { TimeProvider = Clock, DefaultLanguage = "en-US" };
        Configure(options);
        Emulator = _sockets ? await GenAuthEmulator.StartAsync(options, Token) : new GenAuthEmulator(options);
        Wire = _sockets ? Wire.OverSockets(Emulator) : Wire.InMemory(Emulator);
    }

    public async ValueTask DisposeAsync()
    {
        Wire.Dispose();
        await Emulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(GenAuthEmulatorOptions options)
    {
    }

    /// <summary>Sends a code and takes it from the inbox.</summary>
    private protected async Task<string> SendCodeAsync(string channel = "CHANNEL_LOGIN", string phoneNumber = Wire.Phone)
    {
        Assert.Equal(200, (await Wire.PostAsync(Wire.Body(channel, phoneNumber))).StatusCode);
        return (await Emulator.Inbox.WaitForAsync(phoneNumber, cancellationToken: Token)).Code;
    }
}
