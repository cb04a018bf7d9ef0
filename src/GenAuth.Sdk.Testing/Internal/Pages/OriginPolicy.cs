using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>Keeps web pages of other origins away from codes and faults, whether or not they could read the response.</summary>
internal sealed class OriginPolicy
{
    private readonly HashSet<string> _named;

    public OriginPolicy(IEnumerable<string> namedOrigins) => _named = new HashSet<string>(namedOrigins, StringComparer.Ordinal);

    /// <summary>The origin of a page that was named; null for all others, and for programs, which send none.</summary>
    public string? FindNamed(HttpRequest request) => request.Headers.Origin is [{ } origin] && _named.Contains(origin) ? origin : null;

    /// <summary>Whether the request comes from a program, from a page of this address or from one that was named.</summary>
    public bool Allows(HttpRequest request)
    {
        if (FindNamed(request) is not null)
            return true;

        // Images, scripts and navigations have no Origin, but browsers say where they come from.
        bool isForeign = request.Headers["Sec-Fetch-Site"].Any(static site => site is "cross-site" or "same-site");
        return !isForeign && (request.Headers.Origin is not { Count: > 0 } origins || IsOwn(request, origins));
    }

    private static bool IsOwn(HttpRequest request, StringValues origins) =>
        origins is [{ } origin] && origin == $"{request.Scheme}://{request.Host.Value}";
}
