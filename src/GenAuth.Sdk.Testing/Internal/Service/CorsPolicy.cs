namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Lets pages of loopback origins, and of origins that were named, call the service from a browser.</summary>
internal sealed class CorsPolicy
{
    private const int MaxEchoedHeaders = 1024;

    private static readonly string[] LoopbackHosts = ["localhost", "127.0.0.1", "[::1]"];

    private readonly HashSet<string> _namedOrigins;

    public CorsPolicy(IEnumerable<string> namedOrigins) => _namedOrigins = new HashSet<string>(namedOrigins, StringComparer.Ordinal);

    /// <summary>Answers a browser that asks before it sends; null when this is no such question, or not one to say yes to.</summary>
    public WireResponse? AnswerPreflight(ReceivedRequest request)
    {
        if (request.Method != "OPTIONS" || request.GetHeader("access-control-request-method") is null || FindAllowedOrigin(request) is null)
            return null;

        List<(string Name, string Value)> headers = [("Access-Control-Allow-Methods", "GET, POST"), ("Access-Control-Max-Age", "600")];
        if (request.GetHeader("access-control-request-headers") is { Length: <= MaxEchoedHeaders } names)
            headers.Add(("Access-Control-Allow-Headers", names));
        return AddHeaders(new WireResponse(204, [], ContentType: null) { Headers = headers }, request);
    }

    /// <summary>Lets the page read the response. Faults included: otherwise a page could not tell a 502 from a forbidden origin.</summary>
    public WireResponse AddHeaders(WireResponse response, ReceivedRequest request)
    {
        List<(string Name, string Value)> headers = [.. response.Headers, ("Vary", "Origin")];
        if (FindAllowedOrigin(request) is { } origin)
        {
            headers.Add(("Access-Control-Allow-Origin", origin));
            headers.Add(("Access-Control-Allow-Credentials", "true"));
            headers.Add(("Access-Control-Expose-Headers", "Retry-After"));
        }

        return response with { Headers = headers };
    }

    private string? FindAllowedOrigin(ReceivedRequest request) =>
        request.GetHeader("origin") is { } origin && (_namedOrigins.Contains(origin) || IsLoopback(origin)) ? origin : null;

    // Only an origin in its one serialized form: a prefix or a suffix of it may be anybody's.
    private static bool IsLoopback(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.GetLeftPart(UriPartial.Authority) == origin
        && uri.UserInfo.Length == 0
        && LoopbackHosts.Contains(uri.Host, StringComparer.Ordinal);
}
