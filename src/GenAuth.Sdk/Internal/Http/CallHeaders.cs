using System.Net;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>The header values that belong to one call alone.</summary>
internal readonly record struct CallHeaders(string? Language, string? ClientIp, string? AccessToken)
{
    private const string BearerPrefix = "Bearer ";

    public string? Authorization => AccessToken is null ? null : BearerPrefix + AccessToken;

    /// <summary>Takes them from what the caller passed, refusing what would start a header of its own.</summary>
    public static CallHeaders Create(GenAuthRequestOptions? options, string? defaultLanguage, string parameterName)
    {
        if (options is null)
            return new CallHeaders(defaultLanguage, null, null);

        if (options.Language is { } language && !LanguageTag.IsValid(language))
            throw new ArgumentException("GenAuthRequestOptions.Language must be a language tag, \"en-US\" for example.", parameterName);

        return new CallHeaders(options.Language ?? defaultLanguage, Address(options.ClientIp), BareToken(options.AccessToken, parameterName));
    }

    // A dual-stack server sees IPv4 callers in their IPv6 form; the service's limits know them by the other.
    private static string? Address(IPAddress? address) =>
        address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString();

    private static string? BareToken(string? accessToken, string parameterName)
    {
        if (accessToken is null)
            return null;

        string token = accessToken.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)
            ? accessToken.Substring(BearerPrefix.Length)
            : accessToken;

        if (!Require.IsHeaderValue(token) || token.Contains(' ', StringComparison.Ordinal))
            throw new ArgumentException("GenAuthRequestOptions.AccessToken must be printable ASCII without blanks.", parameterName);

        return token;
    }
}
