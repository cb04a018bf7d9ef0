using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Fills in what the host's configuration lacks, and makes the application that it names exist at the emulator.</summary>
internal sealed class PostConfigureClientOptions : IPostConfigureOptions<GenAuthClientOptions>
{
    private readonly GenAuthEmulator _emulator;

    public PostConfigureClientOptions(GenAuthEmulator emulator) => _emulator = emulator;

    public void PostConfigure(string? name, GenAuthClientOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AppId))
            options.AppId = _emulator.AppId;
        options.AppHost ??= _emulator.AppHost;

        // The client's own validation refuses a relative address.
        if (options.AppHost.IsAbsoluteUri)
            _emulator.AddApplication(options.AppId, options.AppHost);
    }
}
