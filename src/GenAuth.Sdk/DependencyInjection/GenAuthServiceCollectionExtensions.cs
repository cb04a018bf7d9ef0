using GenAuth.Sdk;

using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AuthenticationClient"/> as a singleton.</summary>
/// <remarks>
/// <para>
/// Where the options come from: the section <c>GenAuth</c> of the application's configuration, <c>GenAuth:{name}</c> for a
/// keyed client, is read first, unless every registration of the client brings an <see cref="IConfiguration"/> of its own;
/// then come the delegates. They are validated when the host starts
/// (<see cref="Options.OptionsValidationException"/>, all faults at once, by the names of their settings) and taken once: a
/// reload of the configuration neither changes nor breaks a client. Calling a method again for the same client adds its
/// configuration and nothing else.
/// </para>
/// <para>
/// The returned builder changes the HTTP pipeline of this client alone. Retrying handlers that the host adds for <i>all</i>
/// clients are taken off this one, because they would send SMSes again; what is added to the returned builder stays. Out
/// of reach is an <see cref="Http.IHttpMessageHandlerBuilderFilter"/> that is inserted at index 0 of the services later.
/// <c>SetHandlerLifetime</c> has no effect, because a singleton keeps its handler; its pool renews the connections.
/// A handler that reads the request body (a logger of bodies, for example) makes failures before the request left look
/// like later ones: their outcome is then unknown, and they are not retried.
/// </para>
/// </remarks>
public static class GenAuthServiceCollectionExtensions
{
    /// <summary>Adds the client, configured by the section <c>GenAuth</c> of the application's configuration.</summary>
    /// <param name="services">Where to register.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthClient(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        return Add(services, key: null, static options => options.ReadSection());
    }

    /// <summary>Adds the client, configured by the section <c>GenAuth</c> of the application's configuration and then in code.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Sets what the section does not; there must be an <see cref="GenAuthClientOptions.AppId"/> and an <see cref="GenAuthClientOptions.AppHost"/> in the end.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthClient(this IServiceCollection services, Action<GenAuthClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);

        return Add(services, key: null, options => options.Configure(services, configure));
    }

    /// <summary>Adds the client, configured by a configuration of the caller's choice instead of the section <c>GenAuth</c>.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">Holds <c>AppId</c>, <c>AppHost</c> and the rest of <see cref="GenAuthClientOptions"/>. Read once, when the options are first needed.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthClient(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        return Add(services, key: null, options => options.Configure(services, configuration));
    }

    /// <summary>Adds a client of several, configured by the section <c>GenAuth:<paramref name="name"/></c>.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The key of the service, for <see cref="FromKeyedServicesAttribute"/>, and the name of its options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddKeyedGenAuthClient(this IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        return Add(services, name, static options => options.ReadSection());
    }

    /// <summary>Adds a client of several, configured by the section <c>GenAuth:<paramref name="name"/></c> and then in code.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The key of the service, for <see cref="FromKeyedServicesAttribute"/>, and the name of its options.</param>
    /// <param name="configure">Sets what the section does not; there must be an <see cref="GenAuthClientOptions.AppId"/> and an <see cref="GenAuthClientOptions.AppHost"/> in the end.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddKeyedGenAuthClient(this IServiceCollection services, string name, Action<GenAuthClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);

        return Add(services, name, options => options.Configure(services, configure));
    }

    /// <summary>Adds a client of several, configured by a configuration of the caller's choice instead of the section <c>GenAuth:<paramref name="name"/></c>.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The key of the service, for <see cref="FromKeyedServicesAttribute"/>, and the name of its options.</param>
    /// <param name="configuration">Holds <c>AppId</c>, <c>AppHost</c> and the rest of <see cref="GenAuthClientOptions"/>. Read once, when the options are first needed.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddKeyedGenAuthClient(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);

        return Add(services, name, options => options.Configure(services, configuration));
    }

    private static ClientHttpBuilder Add(IServiceCollection services, string? key, Action<ClientOptionsSource> addOptions)
    {
        GenAuthClientRegistry clients = GenAuthClientRegistry.GetOrAdd(services);
        addOptions(clients.GetOrAdd(services, key).Options);
        return clients.CreateHttpBuilder(services, key);
    }
}
