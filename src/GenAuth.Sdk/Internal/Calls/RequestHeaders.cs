using System.Net;

using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk.Internal.Calls;

/// <summary>The header values that belong to one call alone.</summary>
internal readonly record struct RequestHeaders(string? Language, string? ClientIp, string? AccessToken)
{
    private const string BearerPrefix = "Bearer ";
    private const int LongestToken = 8 * 1024;

    /// <summary>The client's address where it tells of somebody: a loopback address does not, and it stands in harmless messages of the platform.</summary>
    public string? PrivateClientIp => ClientIp is null || IPAddress.IsLoopback(IPAddress.Parse(ClientIp)) ? null : ClientIp;

    public string? Authorization => AccessToken is null ? null : BearerPrefix + AccessToken;

    /// <summary>Takes the values from what the caller passed, refusing what would start a header of its own.</summary>
    public static RequestHeaders Create(GenAuthRequestOptions? options, string? defaultLanguage, string parameterName)
    {
        if (options is null)
            return new RequestHeaders(defaultLanguage, null, null);

        if (options.Language is { } language && !LanguageTag.IsValid(language))
            throw new ArgumentException("GenAuthRequestOptions.Language must be a language tag, \"en-US\" for example.", parameterName);

        return new RequestHeaders(options.Language ?? defaultLanguage, FormatClientIp(options.ClientIp), StripBearerPrefix(options.AccessToken, parameterName));
    }

    // The service rate-limits by the IPv4 form, and a dual-stack server sees IPv4 callers in their IPv6 form.
    // A scope id means something on this machine only, and would tell the service of its network cards.
    private static string? FormatClientIp(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, ScopeId: not 0 } => new IPAddress(address.GetAddressBytes()).ToString(),
        _ => address.ToString(),
    };

    private static string? StripBearerPrefix(string? accessToken, string parameterName)
    {
        if (accessToken is null)
            return null;

        string token = accessToken.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
            ? accessToken.Substring(BearerPrefix.Length)
            : accessToken;

        if (token.Length > LongestToken || !HeaderValue.IsValid(token) || token.Contains(' ', StringComparison.Ordinal))
            throw new ArgumentException("GenAuthRequestOptions.AccessToken must be printable ASCII without blanks, of at most 8,192 characters.", parameterName);

        return token;
    }
}
