using System.Net;
using System.Net.Sockets;

using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk.Internal.Calls;

/// <summary>The header values that belong to one call alone.</summary>
/// <param name="Language">The language of the answer's message.</param>
/// <param name="ClientIp">The end user's address.</param>
/// <param name="Authorization">The scheme and the credentials.</param>
internal readonly record struct RequestHeaders(string? Language, string? ClientIp, string? Authorization)
{
    private const string BearerPrefix = "Bearer ";
    private const string BasicPrefix = "Basic ";

    private static readonly char[] Space = [' '];

    /// <summary>The credentials without their scheme, which are private.</summary>
    public string? Credentials => Authorization?.Split(Space, 2)[1];

    /// <summary>The client's address where it tells of somebody: a loopback address does not, and it stands in harmless messages of the platform.</summary>
    public string? PrivateClientIp => ClientIp is null || IPAddress.IsLoopback(IPAddress.Parse(ClientIp)) ? null : ClientIp;

    /// <summary>Takes the values from what the caller passed, refusing what would start a header of its own.</summary>
    public static RequestHeaders Create(in OperationRequest request, GenAuthRequestOptions? requestOptions, string? defaultLanguage)
    {
        string? language = requestOptions?.Language;
        if (language is not null && !LanguageTag.IsValid(language))
            throw new ArgumentException("GenAuthRequestOptions.Language must be a language tag, \"en-US\" for example.", nameof(requestOptions));

        string? authorization = CreateAuthorization(request, requestOptions?.AccessToken, nameof(requestOptions));
        return new RequestHeaders(language ?? defaultLanguage, FormatClientIp(requestOptions?.ClientIp), authorization);
    }

    /// <summary>A user's token without <c>Bearer</c> before it.</summary>
    /// <exception cref="ArgumentException">The token is blank, longer than 8 KiB, or no token.</exception>
    public static string CheckToken(string accessToken, string parameterName, string description = "A user's token")
    {
        ArgumentNullException.ThrowIfNull(accessToken, parameterName);

        string token = accessToken.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
            ? accessToken.Substring(BearerPrefix.Length)
            : accessToken;

        if (token.Length > LongestText.Token || !HeaderValue.IsValid(token) || token.Contains(' ', StringComparison.Ordinal))
            throw new ArgumentException(description + " must be printable ASCII without blanks, of at most 8,192 characters.", parameterName);

        return token;
    }

    private static string? CreateAuthorization(in OperationRequest request, string? accessToken, string parameterName)
    {
        if (accessToken is not null && request.UserToken is not null)
            throw new ArgumentException("GenAuthRequestOptions.AccessToken must be null, because the operation has a parameter for the token.", parameterName);
        if (accessToken is not null && request.BasicCredentials is not null)
            throw new ArgumentException("GenAuthRequestOptions.AccessToken must be null, because the application's credentials take its place (ClientSecretBasic).", parameterName);

        if (request.BasicCredentials is { } basic)
            return BasicPrefix + basic;

        string? token = accessToken is null ? request.UserToken : CheckToken(accessToken, parameterName, "GenAuthRequestOptions.AccessToken");
        return token is null ? null : BearerPrefix + token;
    }

    public static string? FormatClientIp(IPAddress? address) => address switch
    {
        null => null,
        // The service rate-limits by the IPv4 form, and a dual-stack server sees IPv4 callers in their IPv6 form.
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),

        // A scope id means something on this machine only, and would tell the service of its network cards.
        { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } => new IPAddress(address.GetAddressBytes()).ToString(),
        _ => address.ToString(),
    };
}
