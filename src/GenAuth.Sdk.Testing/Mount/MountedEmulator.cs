using GenAuth.Sdk.Testing.Internal.Pages;
using GenAuth.Sdk.Testing.Internal.Transports;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace GenAuth.Sdk.Testing.Internal.Mount;

/// <summary>The transport through the routes of a host.</summary>
internal sealed class MountedEmulator
{
    /// <summary>The end of the route: whatever is below the path.</summary>
    public const string Rest = "/{**" + RestName + "}";

    private const string RestName = "rest";

    private readonly HttpExchange _exchange;
    private readonly IHostApplicationLifetime _lifetime;

    public MountedEmulator(HttpExchange exchange, IHostApplicationLifetime lifetime)
    {
        _exchange = exchange;
        _lifetime = lifetime;
    }

    public async Task ServeAsync(HttpContext context)
    {
        (PathString pathBase, PathString path, CancellationToken aborted) = (context.Request.PathBase, context.Request.Path, context.RequestAborted);

        // What waits or streams must not hold up the end of the host.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, _lifetime.ApplicationStopping);
        context.RequestAborted = either.Token;
        MovePath(context.Request, (string?)context.GetRouteValue(RestName) ?? string.Empty);
        try
        {
            if (!MountGuard.Allows(context))
                await RestResponse.Problem(StatusCodes.Status403Forbidden, MountGuard.Refusal).WriteAsync(context.Response).ConfigureAwait(false);
            else if (HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Value is "" or "/")
                await RestResponse.Redirect(context.Request.PathBase.ToUriComponent() + RestApi.Prefix + "/").WriteAsync(context.Response).ConfigureAwait(false);
            else
                await _exchange.ServeAsync(context).ConfigureAwait(false);
        }
        finally
        {
            (context.Request.PathBase, context.Request.Path, context.RequestAborted) = (pathBase, path, aborted);
        }
    }

    // What precedes the rest becomes the path base, a group of routes that the emulator was mapped in included.
    private static void MovePath(HttpRequest request, string rest)
    {
        string path = request.Path.Value!;
        int length = path[..^rest.Length].TrimEnd('/').Length;
        request.PathBase = request.PathBase.Add(path[..length]);
        request.Path = path[length..];
    }
}
