using GenAuth.Sdk;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where the options of one client come from. Binds once, never on a reload, because a client takes its options once.</summary>
internal sealed class ClientOptionsSource
{
    private readonly string _optionsName;
    private readonly string _sectionName;
    private string? _ownConfigurationPrefix;
    private bool _readsSection;

    public ClientOptionsSource(string optionsName, string sectionName)
    {
        _optionsName = optionsName;
        _sectionName = sectionName;
    }

    /// <summary>Reads the client's section of the application's configuration.</summary>
    public void ReadSection() => _readsSection = true;

    /// <summary>Adds a delegate, which runs after the section was read.</summary>
    public void Configure(IServiceCollection services, Action<GenAuthClientOptions> configure)
    {
        ReadSection();
        services.Configure(_optionsName, configure);
    }

    /// <summary>Reads a configuration of the caller's choice.</summary>
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        _ownConfigurationPrefix ??= GetPrefix(configuration);
        services.Configure<GenAuthClientOptions>(_optionsName, options => Bind(configuration, options));
    }

    public void BindSection(IConfiguration configuration, GenAuthClientOptions options)
    {
        if (_readsSection)
            Bind(configuration.GetSection(_sectionName), options);
    }

    /// <summary>What stands before the name of an option in a message, so that the message names the setting to change.</summary>
    public string GetErrorPrefix(bool hasConfiguration)
    {
        if (_ownConfigurationPrefix is not null)
            return _ownConfigurationPrefix;

        return _readsSection && hasConfiguration ? _sectionName + ":" : nameof(GenAuthClientOptions) + ".";
    }

    private void Bind(IConfiguration configuration, GenAuthClientOptions options)
    {
        // The binder would quote the value, and with it a password.
        if (configuration[nameof(options.AppHost)] is { } appHost && !Uri.TryCreate(appHost, UriKind.RelativeOrAbsolute, out _))
            throw new OptionsValidationException(_optionsName, typeof(GenAuthClientOptions), [$"{GetPrefix(configuration)}AppHost is not an address."]);

        configuration.Bind(options);
    }

    private static string GetPrefix(IConfiguration configuration) =>
        configuration is IConfigurationSection section ? section.Path + ":" : string.Empty;
}
