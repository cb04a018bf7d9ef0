using System.Net;

namespace GenAuth.Sdk;

/// <summary>What differs from call to call. Never kept by the client: two calls at once cannot see each other's values.</summary>
public sealed class GenAuthRequestOptions
{
    /// <summary>
    /// The access token of the signed-in end user, with or without <c>Bearer </c> before it. Default null. Printable ASCII
    /// without blanks, at most 8,192 characters. Codes for login and registration need none; those for binding, unbinding
    /// and deleting act on a signed-in user. Must be null for an operation that has a parameter <c>accessToken</c>.
    /// </summary>
    public string? AccessToken { get; set; }

    /// <summary>
    /// The end user's own address, sent as <c>x-real-ip</c>. Default null. Without it the service counts every send of this
    /// server against the server's address, which runs into the per-address limits early. An IPv4 address in IPv6 form
    /// (<c>::ffff:…</c>, as a dual-stack server sees it) is sent as IPv4.
    /// </summary>
    public IPAddress? ClientIp { get; set; }

    /// <summary>The language of this call's message, a language tag like <c>en-US</c>; null takes <see cref="GenAuthClientOptions.Language"/>.</summary>
    public string? Language { get; set; }

    /// <summary>The total timeout of this call; null takes <see cref="GenAuthClientOptions.TotalTimeout"/>. 10 ms to one day.</summary>
    public TimeSpan? Timeout { get; set; }
}
