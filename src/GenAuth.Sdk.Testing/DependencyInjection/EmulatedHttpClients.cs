using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Puts the emulator under the HTTP clients of the SDK. After everything else was configured, so that nothing puts the network back.</summary>
internal sealed class EmulatedHttpClients : IPostConfigureOptions<HttpClientFactoryOptions>
{
    /// <summary>The name of the client's <see cref="HttpClient"/>; those of keyed clients follow after a colon.</summary>
    private const string ClientName = "GenAuth.Sdk";

    private readonly GenAuthEmulator _emulator;

    public EmulatedHttpClients(GenAuthEmulator emulator) => _emulator = emulator;

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (name == ClientName || (name is not null && name.StartsWith(ClientName + ":", StringComparison.Ordinal)))
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = _emulator.CreateHandler());
    }
}
