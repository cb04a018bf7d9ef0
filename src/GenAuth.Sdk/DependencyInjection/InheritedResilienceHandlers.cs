using Microsoft.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Takes off the handlers with which a host makes <i>all</i> its HTTP clients retry. They cannot know that a repeated send
/// is a second SMS, nor that HTTP 200 may be a failure. Recognized by name, so that neither package becomes a dependency.
/// </summary>
internal sealed class InheritedResilienceHandlers : IHttpMessageHandlerBuilderFilter
{
    private readonly GenAuthClientRegistry _clients;

    public InheritedResilienceHandlers(GenAuthClientRegistry clients) => _clients = clients;

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (_clients.IsHttpClient(builder.Name))
            RemoveFrom(builder);
    };

    private void RemoveFrom(HttpMessageHandlerBuilder builder)
    {
        IList<DelegatingHandler> handlers = builder.AdditionalHandlers;
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsInherited(handlers[i]))
                handlers.RemoveAt(i);
        }

        while (builder.PrimaryHandler is DelegatingHandler { InnerHandler: { } inner } handler && IsInherited(handler))
            builder.PrimaryHandler = inner;
    }

    private bool IsInherited(DelegatingHandler handler) => IsResilienceHandler(handler.GetType()) && !_clients.OwnHandlers.Contain(handler);

    private static bool IsResilienceHandler(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.FullName is "Microsoft.Extensions.Http.Resilience.ResilienceHandler" or "Microsoft.Extensions.Http.PolicyHttpMessageHandler")
                return true;
        }

        return false;
    }
}
