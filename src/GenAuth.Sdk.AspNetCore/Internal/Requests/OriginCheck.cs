using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.AspNetCore.Internal.Requests;

/// <summary>Tells requests of the application's own pages, and of clients that are no browsers, from those of other sites.</summary>
internal static class OriginCheck
{
    public static bool IsForeign(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        if (site is not (null or "same-origin" or "none"))
            return true;

        string? origin = request.Headers.Origin;
        return origin is not null && !IsOwn(origin, request);
    }

    // Addresses, not texts, because one may name the default port and the other not.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? theirs)
        && Uri.TryCreate(request.Scheme + "://" + request.Host.Value, UriKind.Absolute, out Uri? own)
        && (theirs.Scheme, theirs.IdnHost, theirs.Port) == (own.Scheme, own.IdnHost, own.Port);
}
