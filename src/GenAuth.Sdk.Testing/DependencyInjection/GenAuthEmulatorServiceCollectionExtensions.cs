using GenAuth.Sdk;
using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Testing.Internal;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a <see cref="GenAuthEmulator"/> in place of GenAuth for a whole host.</summary>
public static class GenAuthEmulatorServiceCollectionExtensions
{
    /// <summary>
    /// Lets every registered client, keyed ones too, talk to an emulator without sockets. The host keeps its configuration:
    /// its application ids exist at the emulator, and what it lacks is filled in. The order of registrations does not
    /// matter. Get the <see cref="GenAuthEmulator"/> from the container for its inbox and its faults. When the host starts, one
    /// warning in its log says that no SMS will be sent.
    /// </summary>
    /// <param name="services">The services of the host under test.</param>
    /// <param name="configure">Changes how the emulator behaves; calls add up.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="InvalidOperationException">
    /// The container holds an <see cref="AuthenticationClient"/> that did not come from <c>AddGenAuthClient</c> and would send
    /// real SMSes. One that is registered later fails the start of the host. Test doubles that derive from it are left alone
    /// when they are registered as an instance or by their own type.
    /// </exception>
    public static IServiceCollection AddGenAuthEmulator(this IServiceCollection services, Action<GenAuthEmulatorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        HandMadeClients.ThrowIfAny(services);
        services.AddOptions();
        if (configure is not null)
            services.Configure(configure);

        services.TryAddSingleton(static provider => new GenAuthEmulator(provider.GetRequiredService<IOptions<GenAuthEmulatorOptions>>().Value));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpClientFactoryOptions>, PostConfigureHttpClients>(
            static provider => new PostConfigureHttpClients(provider.GetRequiredService<GenAuthEmulator>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<GenAuthClientOptions>, PostConfigureClientOptions>(
            static provider => new PostConfigureClientOptions(provider.GetRequiredService<GenAuthEmulator>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EmulatorStartup>(
            provider => new EmulatorStartup(services, provider.GetService<ILogger<GenAuthEmulator>>() ?? NullLogger<GenAuthEmulator>.Instance)));
        return services;
    }
}
