namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a registration returns: the builder of the client's HTTP pipeline.</summary>
internal sealed class ClientHttpBuilder : IHttpClientBuilder
{
    public ClientHttpBuilder(string name, IServiceCollection services, OwnHandlers ownHandlers)
    {
        Name = name;
        Services = new ClientServices(services, name, ownHandlers);
    }

    public string Name { get; }

    public IServiceCollection Services { get; }
}
