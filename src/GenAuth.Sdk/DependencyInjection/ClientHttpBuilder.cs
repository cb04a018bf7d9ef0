namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a registration returns: the builder of the client's HTTP pipeline.</summary>
internal sealed class ClientHttpBuilder : IHttpClientBuilder
{
    public ClientHttpBuilder(IHttpClientBuilder builder, OwnHandlers ownHandlers)
    {
        Name = builder.Name;
        Services = new ClientServices(builder.Services, builder.Name, ownHandlers);
    }

    public string Name { get; }

    public IServiceCollection Services { get; }
}
