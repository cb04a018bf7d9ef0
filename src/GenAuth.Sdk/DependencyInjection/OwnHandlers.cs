using System.Runtime.CompilerServices;

using Microsoft.Extensions.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The handlers that were added to a client through the builder of its registration. They stay, even where they retry.</summary>
internal sealed class OwnHandlers
{
    private readonly ConditionalWeakTable<HttpMessageHandler, OwnHandlers> _handlers = new();

    public bool Contain(HttpMessageHandler handler) => _handlers.TryGetValue(handler, out _);

    /// <summary>Runs <paramref name="configure"/> and notes the handlers it adds.</summary>
    public void Note(HttpMessageHandlerBuilder builder, Action<HttpMessageHandlerBuilder> configure)
    {
        HttpMessageHandler[] before = [.. builder.AdditionalHandlers, builder.PrimaryHandler];
        configure(builder);

        foreach (HttpMessageHandler handler in (HttpMessageHandler[])[.. builder.AdditionalHandlers, builder.PrimaryHandler])
        {
            if (!before.Contains(handler))
                _handlers.GetValue(handler, _ => this);
        }
    }
}
