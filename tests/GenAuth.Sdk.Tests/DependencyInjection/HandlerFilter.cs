using Microsoft.Extensions.Http;

namespace GenAuth.Sdk.Tests.DependencyInjection;

/// <summary>A filter as a host registers it for all its HTTP clients.</summary>
internal sealed class HandlerFilter(Action<HttpMessageHandlerBuilder> afterwards) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        afterwards(builder);
    };
}
