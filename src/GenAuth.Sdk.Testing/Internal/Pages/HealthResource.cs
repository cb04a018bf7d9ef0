namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>What is asked before anything else: whether it lives, whether it serves, and what it can do.</summary>
internal static class HealthResource
{
    private static readonly Lazy<byte[]> OpenApi = new(static () => PageResource.Read("openapi.json"));

    public static IEnumerable<RestRoute> CreateRoutes()
    {
        yield return new RestRoute("GET", "/livez", static _ => Task.FromResult(CreateStatus()));

        // Whoever can ask is served: the port opens when everything else is there.
        yield return new RestRoute("GET", "/readyz", static _ => Task.FromResult(CreateStatus()));
        yield return new RestRoute("GET", "/openapi.json", static _ => Task.FromResult(RestResponse.JsonBytes(OpenApi.Value)));
    }

    private static RestResponse CreateStatus() => RestResponse.Json(new StatusJson("ok"), RestJsonContext.Default.StatusJson);
}
