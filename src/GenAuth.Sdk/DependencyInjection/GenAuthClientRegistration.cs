using System.Diagnostics.Metrics;

using GenAuth.Sdk;
using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Resilience;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>One client in the container: its options, its HTTP pipeline and its validation. Its instance marks what is already there.</summary>
internal sealed class GenAuthClientRegistration : IValidateOptions<GenAuthClientOptions>
{
    private const string BaseName = "GenAuth.Sdk";

    private readonly string? _key;
    private readonly string _faultPrefix;

    /// <param name="key">The key of a keyed client.</param>
    /// <param name="faultPrefix">Where the options come from, so that a fault names the setting to change.</param>
    public GenAuthClientRegistration(string? key, string faultPrefix)
    {
        _key = key;
        _faultPrefix = faultPrefix;
    }

    private string OptionsName => _key ?? Microsoft.Extensions.Options.Options.DefaultName;

    private string HttpClientName => _key is null ? BaseName : BaseName + ":" + _key;

    public OptionsBuilder<GenAuthClientOptions> Options(IServiceCollection services) =>
        services.AddOptions<GenAuthClientOptions>(OptionsName);

    public IHttpClientBuilder AddTo(IServiceCollection services)
    {
        IHttpClientBuilder builder = services.AddHttpClient(HttpClientName);
        if (services.Any(IsSameClient))
            return builder;

        services.AddSingleton<IValidateOptions<GenAuthClientOptions>>(this);
        Options(services).ValidateOnStart();

        if (_key is null)
            services.TryAddSingleton(CreateClient);
        else
            services.TryAddKeyedSingleton(_key, (provider, _) => CreateClient(provider));

        // A singleton holds its handler for good: the pool renews connections, so rotating handlers has nothing left to do.
        return builder
            .ConfigurePrimaryHttpMessageHandler(PrimaryHandler.Create)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => AmbientResilience.RemoveFrom(handlers))
            // Whoever wants the factory's log lines beside ours can add them back; then without any header.
            .RedactLoggedHeaders(static _ => true)
            .RemoveAllLoggers();
    }

    public ValidateOptionsResult Validate(string? name, GenAuthClientOptions options)
    {
        if (name != OptionsName)
            return ValidateOptionsResult.Skip;

        var result = new ValidateOptionsResultBuilder();
        foreach (string fault in GenAuthClientOptionsValidator.Faults(options, _faultPrefix))
            result.AddError(fault);
        return result.Build();
    }

    private bool IsSameClient(ServiceDescriptor descriptor) =>
        !descriptor.IsKeyedService && descriptor.ImplementationInstance is GenAuthClientRegistration other && other._key == _key;

    private AuthenticationClient CreateClient(IServiceProvider provider) => new(
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
        provider.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>().Get(OptionsName),
        provider.GetService<ILogger<AuthenticationClient>>(),
        provider.GetService<IMeterFactory>());
}
