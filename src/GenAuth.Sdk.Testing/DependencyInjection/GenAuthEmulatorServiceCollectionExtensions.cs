using GenAuth.Sdk;
using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Testing.Internal;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a <see cref="GenAuthEmulator"/> in place of GenAuth for a whole host.</summary>
public static class GenAuthEmulatorServiceCollectionExtensions
{
    /// <summary>
    /// Lets every registered client, keyed ones too, talk to an emulator without sockets. The host keeps its configuration:
    /// its application ids exist at the emulator, and what it lacks is filled in. The order of registrations does not
    /// matter. Get the <see cref="GenAuthEmulator"/> from the container for its inbox and its faults.
    /// </summary>
    /// <param name="services">The services of the host under test.</param>
    /// <param name="configure">Changes how the emulator behaves; calls add up.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddGenAuthEmulator(this IServiceCollection services, Action<GenAuthEmulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddOptions();
        if (configure is not null)
            services.Configure(configure);

        services.TryAddSingleton(static provider => new GenAuthEmulator(provider.GetRequiredService<IOptions<GenAuthEmulatorOptions>>().Value));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpClientFactoryOptions>, EmulatedHttpClients>(
            static provider => new EmulatedHttpClients(provider.GetRequiredService<GenAuthEmulator>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<GenAuthClientOptions>, EmulatedClientOptions>(
            static provider => new EmulatedClientOptions(provider.GetRequiredService<GenAuthEmulator>())));
        return services;
    }
}
