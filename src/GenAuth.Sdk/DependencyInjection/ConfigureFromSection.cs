using GenAuth.Sdk;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Binds the sections of the clients. There is no change-token source, because a reload must not create their options anew.</summary>
internal sealed class ConfigureFromSection : IConfigureNamedOptions<GenAuthClientOptions>
{
    private readonly GenAuthClientRegistry _clients;
    private readonly IConfiguration? _configuration;

    public ConfigureFromSection(GenAuthClientRegistry clients, IConfiguration? configuration)
    {
        _clients = clients;
        _configuration = configuration;
    }

    public void Configure(string? name, GenAuthClientOptions options)
    {
        if (_configuration is not null)
            _clients.Find(name)?.Options.BindSection(_configuration, options);
    }

    public void Configure(GenAuthClientOptions options) => Configure(Options.Options.DefaultName, options);
}
