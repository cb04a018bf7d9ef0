using System.Diagnostics.Metrics;

using GenAuth.Sdk;
using GenAuth.Sdk.Internal.Http;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>One client in the container: its names, its options and its HTTP pipeline.</summary>
internal sealed class GenAuthClientRegistration
{
    private const string BaseHttpClientName = "GenAuth.Sdk";
    private const string BaseSectionName = "GenAuth";

    private readonly string? _key;
    private readonly ServiceDescriptor _httpConfiguration;

    /// <param name="key">The key of a keyed client.</param>
    public GenAuthClientRegistration(string? key)
    {
        _key = key;
        Options = new ClientOptionsSource(OptionsName, GetName(BaseSectionName, key));
        _httpConfiguration = ServiceDescriptor.Singleton<IConfigureOptions<HttpClientFactoryOptions>>(
            new ConfigureNamedOptions<HttpClientFactoryOptions>(GetHttpClientName(key), ConfigureHttpClient));
    }

    public ClientOptionsSource Options { get; }

    private string OptionsName => _key ?? Microsoft.Extensions.Options.Options.DefaultName;

    public static string GetHttpClientName(string? key) => GetName(BaseHttpClientName, key);

    /// <summary>Adds what the client needs, once however often it is registered.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="httpServices">The same, as the HTTP client factory hands them out for configuring a client.</param>
    public void AddTo(IServiceCollection services, IServiceCollection httpServices)
    {
        services.AddOptions<GenAuthClientOptions>(OptionsName).ValidateOnStart();

        if (_key is null)
            services.TryAddSingleton(CreateClient);
        else
            services.TryAddKeyedSingleton(_key, (provider, _) => CreateClient(provider));

        httpServices.Add(_httpConfiguration);
    }

    public bool IsIn(IServiceCollection services) => services.Contains(_httpConfiguration);

    private static string GetName(string baseName, string? key) => key is null ? baseName : baseName + ":" + key;

    private void ConfigureHttpClient(HttpClientFactoryOptions options)
    {
        // A singleton holds its handler for good: the pool renews connections, so rotating handlers has nothing left to do.
        options.HandlerLifetime = Timeout.InfiniteTimeSpan;
        options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = PrimaryHandler.Create(GetOptions(builder.Services).AppHost));
        options.HttpClientActions.Add(static client => client.Timeout = Timeout.InfiniteTimeSpan);

        // A host that brings the factory's log lines back (AddDefaultLogger) gets them without any header.
        options.ShouldRedactHeaderValue = static _ => true;
    }

    private GenAuthClientOptions GetOptions(IServiceProvider provider) =>
        provider.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>().Get(OptionsName);

    private AuthenticationClient CreateClient(IServiceProvider provider) => new(
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(GetHttpClientName(_key)),
        GetOptions(provider),
        provider.GetService<ILogger<AuthenticationClient>>(),
        provider.GetService<IMeterFactory>(),
        _key);
}
