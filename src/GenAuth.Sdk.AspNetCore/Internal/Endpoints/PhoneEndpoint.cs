using GenAuth.Sdk.AspNetCore.Internal.Requests;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Endpoints;

/// <summary>What holds for every endpoint: only the pages of this site may call it, and nothing of it is kept.</summary>
internal abstract class PhoneEndpoint
{
    public Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return OriginCheck.IsForeign(context.Request)
            ? Responses.WriteAsync(context.Response, Problem.ForeignOrigin)
            : RespondAsync(context);
    }

    protected abstract Task RespondAsync(HttpContext context);
}
