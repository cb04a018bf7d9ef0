using System.Collections.ObjectModel;

using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// The host's services behind the builder of one client. What is added to that client through it is the owner's wish, and
/// its handlers are noted as such; everything else passes unchanged.
/// </summary>
internal sealed class ClientServices : Collection<ServiceDescriptor>, IServiceCollection
{
    private readonly string _httpClientName;
    private readonly OwnHandlers _ownHandlers;

    public ClientServices(IServiceCollection services, string httpClientName, OwnHandlers ownHandlers)
        : base(services)
    {
        _httpClientName = httpClientName;
        _ownHandlers = ownHandlers;
    }

    protected override void InsertItem(int index, ServiceDescriptor item) => base.InsertItem(index, NoteHandlers(item));

    protected override void SetItem(int index, ServiceDescriptor item) => base.SetItem(index, NoteHandlers(item));

    private ServiceDescriptor NoteHandlers(ServiceDescriptor item)
    {
        if (item.IsKeyedService
            || item.ImplementationInstance is not ConfigureNamedOptions<HttpClientFactoryOptions> { Action: { } configure } named
            || named.Name != _httpClientName)
        {
            return item;
        }

        return ServiceDescriptor.Singleton<IConfigureOptions<HttpClientFactoryOptions>>(
            new ConfigureNamedOptions<HttpClientFactoryOptions>(_httpClientName, options => NoteHandlers(options, configure)));
    }

    private void NoteHandlers(HttpClientFactoryOptions options, Action<HttpClientFactoryOptions> configure)
    {
        IList<Action<HttpMessageHandlerBuilder>> actions = options.HttpMessageHandlerBuilderActions;
        Action<HttpMessageHandlerBuilder>[] before = [.. actions];
        configure(options);

        for (int i = 0; i < actions.Count; i++)
        {
            Action<HttpMessageHandlerBuilder> action = actions[i];
            if (!before.Contains(action))
                actions[i] = builder => _ownHandlers.Note(builder, action);
        }
    }
}
