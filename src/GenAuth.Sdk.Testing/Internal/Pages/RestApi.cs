using GenAuth.Sdk.Testing.Internal.Pages.Events;
using GenAuth.Sdk.Testing.Internal.Pages.Faults;
using GenAuth.Sdk.Testing.Internal.Service;
using GenAuth.Sdk.Testing.Internal.Transports;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>What is found below <c>/_genauth</c>: resources for tests in any language, and a page to look at. No fault applies to them, and they are not counted.</summary>
internal sealed class RestApi
{
    public const string Prefix = HttpExchange.OwnPrefix;

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly OriginPolicy _origins;
    private readonly BearerToken? _token;

    public RestApi(ServiceState state, FaultInjector faults, BearerToken? token)
    {
        _origins = new OriginPolicy(state.Settings.AllowedOrigins);
        _token = token;
        Routes =
        [
            .. HealthResource.CreateRoutes(),
            .. new MessageResource(state).CreateRoutes(),
            .. new UserResource(state).CreateRoutes(),
            .. new FaultResource(faults).CreateRoutes(),
            .. new EventResource(state, faults).CreateRoutes(),
            .. new StateResource(state, faults).CreateRoutes(),
        ];
    }

    public IReadOnlyList<RestRoute> Routes { get; }

    /// <summary>Responds to a request whose host was checked.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        AddHeaders(context);
        try
        {
            RestResponse response = FindRefusal(context) ?? await HandleAsync(context).ConfigureAwait(false);
            await response.WriteAsync(context.Response).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            await RestResponse.Problem(exception.StatusCode, exception.Message).WriteAsync(context.Response).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, or the emulator is about to.
            context.Abort();
        }
    }

    private void AddHeaders(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.Vary = "Origin";
        if (_origins.FindNamed(context.Request) is { } origin)
            headers.AccessControlAllowOrigin = origin;
    }

    // In this order: a browser's question before it sends carries no token.
    private RestResponse? FindRefusal(HttpContext context)
    {
        if (!_origins.Allows(context.Request))
            return RestResponse.Problem(StatusCodes.Status403Forbidden, "Pages of other origins may not call this, unless GenAuthEmulatorOptions.AllowedOrigins names them.");

        if (HttpMethods.IsOptions(context.Request.Method) && context.Response.Headers.AccessControlAllowOrigin.Count > 0)
            return AnswerPreflight(context.Response.Headers);

        if (_token is null || _token.IsIn(context.Request) || FindRoutes(PageResource.Routes, context).Length > 0)
            return null;

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return RestResponse.Problem(StatusCodes.Status401Unauthorized, "The emulator can be reached from the network, and wants the bearer token that it was started with.");
    }

    private static RestResponse AnswerPreflight(IHeaderDictionary headers)
    {
        headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type";
        headers.AccessControlMaxAge = "600";
        return RestResponse.NoContent;
    }

    private static RestRoute[] FindRoutes(IReadOnlyList<RestRoute> routes, HttpContext context)
    {
        string path = context.Request.Path.Value![Prefix.Length..];
        return [.. routes.Where(route => route.Path == path)];
    }

    private async Task<RestResponse> HandleAsync(HttpContext context)
    {
        RestRoute[] routes = [.. FindRoutes(Routes, context), .. FindRoutes(PageResource.Routes, context)];
        if (routes.Length == 0)
            return RestResponse.Problem(StatusCodes.Status404NotFound, $"There is no such resource; {Prefix}/openapi.json lists them.");

        if (Array.Find(routes, route => route.Method == context.Request.Method) is not { } route)
        {
            context.Response.Headers.Allow = string.Join(", ", routes.Select(static route => route.Method));
            return RestResponse.Problem(StatusCodes.Status405MethodNotAllowed, "The resource does not take this method.");
        }

        var request = new RestRequest(context);
        request.CheckMediaType();
        request.CheckQuery(route.Query);
        return await route.HandleAsync(request).ConfigureAwait(false);
    }
}
