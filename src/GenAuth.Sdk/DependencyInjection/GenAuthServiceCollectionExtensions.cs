using GenAuth.Sdk;

using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="AuthenticationClient"/> as a singleton.</summary>
/// <remarks>
/// The client validates its options when the host starts (<see cref="Options.OptionsValidationException"/>, all faults at
/// once) and takes them once: a reload of the configuration reaches it with the next start of the application. Retrying
/// handlers that the host adds for <i>all</i> clients are kept off this one, since they would send SMSes again; what is
/// added to the returned builder stays. Calling a method again for the same client adds its configuration and nothing else.
/// </remarks>
public static class GenAuthServiceCollectionExtensions
{
    private const string SectionName = "GenAuth";

    /// <summary>Adds the client, configured by the section <c>GenAuth</c> of the application's configuration.</summary>
    /// <param name="services">Where to register.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthClient(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        var registration = new GenAuthClientRegistration(key: null, SectionName + ":");
        registration.Options(services).BindConfiguration(SectionName);
        return registration.AddTo(services);
    }

    /// <summary>Adds the client, configured in code.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Sets at least <see cref="GenAuthClientOptions.AppId"/> and <see cref="GenAuthClientOptions.AppHost"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthClient(this IServiceCollection services, Action<GenAuthClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);

        var registration = new GenAuthClientRegistration(key: null, nameof(GenAuthClientOptions) + ".");
        registration.Options(services).Configure(configure);
        return registration.AddTo(services);
    }

    /// <summary>Adds the client, configured by a section of the caller's choice.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">Holds <c>AppId</c>, <c>AppHost</c> and the rest of <see cref="GenAuthClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddGenAuthClient(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);

        var registration = new GenAuthClientRegistration(key: null, PathOf(configuration));
        registration.Options(services).Bind(configuration);
        return registration.AddTo(services);
    }

    /// <summary>Adds a client of several, configured by the section <c>GenAuth:<paramref name="name"/></c>.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The key of the service, for <see cref="FromKeyedServicesAttribute"/>, and the name of its options.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddKeyedGenAuthClient(this IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        string section = SectionName + ":" + name;
        var registration = new GenAuthClientRegistration(name, section + ":");
        registration.Options(services).BindConfiguration(section);
        return registration.AddTo(services);
    }

    /// <summary>Adds a client of several, configured in code.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The key of the service, for <see cref="FromKeyedServicesAttribute"/>, and the name of its options.</param>
    /// <param name="configure">Sets at least <see cref="GenAuthClientOptions.AppId"/> and <see cref="GenAuthClientOptions.AppHost"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddKeyedGenAuthClient(this IServiceCollection services, string name, Action<GenAuthClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);

        var registration = new GenAuthClientRegistration(name, nameof(GenAuthClientOptions) + ".");
        registration.Options(services).Configure(configure);
        return registration.AddTo(services);
    }

    /// <summary>Adds a client of several, configured by a section of the caller's choice.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="name">The key of the service, for <see cref="FromKeyedServicesAttribute"/>, and the name of its options.</param>
    /// <param name="configuration">Holds <c>AppId</c>, <c>AppHost</c> and the rest of <see cref="GenAuthClientOptions"/>.</param>
    /// <returns>The builder of the client's HTTP pipeline.</returns>
    public static IHttpClientBuilder AddKeyedGenAuthClient(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);

        var registration = new GenAuthClientRegistration(name, PathOf(configuration));
        registration.Options(services).Bind(configuration);
        return registration.AddTo(services);
    }

    private static string PathOf(IConfiguration configuration) =>
        configuration is IConfigurationSection section ? section.Path + ":" : string.Empty;
}
