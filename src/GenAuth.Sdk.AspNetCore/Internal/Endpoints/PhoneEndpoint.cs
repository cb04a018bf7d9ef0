using GenAuth.Sdk.AspNetCore.Internal.Numbers;
using GenAuth.Sdk.AspNetCore.Internal.Requests;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>What holds for every endpoint: only the pages of this site may call it, and nothing of it is kept.</summary>
internal abstract class PhoneEndpoint
{
    private readonly ForwardedHeaderWarning _forwardedHeaders;

    protected PhoneEndpoint(ForwardedHeaderWarning forwardedHeaders) => _forwardedHeaders = forwardedHeaders;

    public Task HandleAsync(HttpContext context)
    {
        // First, because an unread header also makes the site's own origin look foreign.
        _forwardedHeaders.Check(context.Request.Headers);
        context.Response.Headers.CacheControl = "no-store";
        return OriginCheck.IsForeign(context.Request)
            ? ResponseWriter.WriteAsync(context.Response, Problem.ForeignOrigin)
            : RespondAsync(context);
    }

    protected abstract Task RespondAsync(HttpContext context);
}
