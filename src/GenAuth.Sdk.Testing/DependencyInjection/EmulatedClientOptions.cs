using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Fills in what the host's configuration lacks, and makes what it has exist at the emulator.</summary>
internal sealed class EmulatedClientOptions : IPostConfigureOptions<GenAuthClientOptions>
{
    private readonly GenAuthEmulator _emulator;

    public EmulatedClientOptions(GenAuthEmulator emulator) => _emulator = emulator;

    public void PostConfigure(string? name, GenAuthClientOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AppId))
            options.AppId = _emulator.AppId;
        options.AppHost ??= _emulator.AppHost;

        // A relative address is a fault for the client's own validation to name.
        if (options.AppHost.IsAbsoluteUri)
            _emulator.Admit(options.AppId, options.AppHost);
    }
}
