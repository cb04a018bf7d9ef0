using GenAuth.Sdk;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The GenAuth clients of a service collection. Stands first in it, so that it is found without a search.</summary>
internal sealed class GenAuthClientRegistry
{
    private readonly Dictionary<string, GenAuthClientRegistration> _registrations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _httpClientNames = new(StringComparer.Ordinal);
    private IServiceCollection? _services;
    private IServiceCollection? _httpServices;

    public OwnHandlers OwnHandlers { get; } = new();

    /// <summary>Finds the registry of <paramref name="services"/>, or adds it with all that its clients share.</summary>
    public static GenAuthClientRegistry GetOrAdd(IServiceCollection services)
    {
        foreach (ServiceDescriptor descriptor in services)
        {
            if (descriptor.ServiceType == typeof(GenAuthClientRegistry))
                return (GenAuthClientRegistry)descriptor.ImplementationInstance!;
        }

        var registry = new GenAuthClientRegistry();
        services.Insert(0, ServiceDescriptor.Singleton(registry));

        // The first filter is the outermost: it acts when every other filter and every configuration of handlers has acted.
        services.Insert(1, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new InheritedResilienceHandlers(registry)));

        // The first configuration runs before every delegate, wherever in the host that is registered.
        services.Insert(2, ServiceDescriptor.Singleton<IConfigureOptions<GenAuthClientOptions>>(
            provider => new ConfigureFromSection(registry, provider.GetService<IConfiguration>())));
        services.Insert(3, ServiceDescriptor.Singleton<IValidateOptions<GenAuthClientOptions>>(
            provider => new ValidateClientOptions(registry, provider.GetService<IConfiguration>())));
        return registry;
    }

    /// <summary>Finds the client with this key, or adds it; null is the client without a key.</summary>
    public GenAuthClientRegistration GetOrAdd(IServiceCollection services, string? key)
    {
        string optionsName = key ?? Options.Options.DefaultName;

        // A host may start the containers of its tenants as copies of one collection; what one copy got is not in the others.
        if (_registrations.TryGetValue(optionsName, out GenAuthClientRegistration? existing) && existing.IsIn(services))
            return existing;

        var registration = new GenAuthClientRegistration(key);
        _registrations[optionsName] = registration;
        _httpClientNames.Add(GenAuthClientRegistration.GetHttpClientName(key));
        registration.AddTo(services, GetHttpServices(services));
        CreateHttpBuilder(services, key).RemoveAllLoggers();
        return registration;
    }

    /// <summary>The builder of the HTTP pipeline of the client with this key.</summary>
    public ClientHttpBuilder CreateHttpBuilder(IServiceCollection services, string? key) =>
        new ClientHttpBuilder(GenAuthClientRegistration.GetHttpClientName(key), GetHttpServices(services), OwnHandlers);

    public GenAuthClientRegistration? Find(string? optionsName) =>
        optionsName is not null && _registrations.TryGetValue(optionsName, out GenAuthClientRegistration? registration) ? registration : null;

    public bool IsHttpClient(string? name) => name is not null && _httpClientNames.Contains(name);

    // What the factory hands out for configuring clients. Asked for once, because the factory searches the whole collection each time, and a host may have a thousand tenants.
    private IServiceCollection GetHttpServices(IServiceCollection services)
    {
        if (_services != services || _httpServices is null)
        {
            _services = services;
            _httpServices = services.AddHttpClient(GenAuthClientRegistration.GetHttpClientName(null)).Services;
        }

        return _httpServices;
    }
}
