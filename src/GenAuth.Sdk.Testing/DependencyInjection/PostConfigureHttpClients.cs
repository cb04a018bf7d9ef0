using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Makes the emulator the primary handler of the HTTP clients of the SDK: after everything else was configured, so that nothing brings the network back.</summary>
internal sealed class PostConfigureHttpClients : IPostConfigureOptions<HttpClientFactoryOptions>
{
    /// <summary>The name of the client's <see cref="HttpClient"/>; keyed clients add a colon and their key.</summary>
    private const string ClientName = "GenAuth.Sdk";

    private readonly GenAuthEmulator _emulator;

    public PostConfigureHttpClients(GenAuthEmulator emulator) => _emulator = emulator;

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (name == ClientName || (name is not null && name.StartsWith(ClientName + ":", StringComparison.Ordinal)))
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = _emulator.CreateHandler());
    }
}
