using System.Net;
using System.Text;

namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Reads an <c>Authorization</c> header.</summary>
internal static class AuthorizationHeader
{
    private const string Bearer = "Bearer";
    private const string Basic = "Basic";

    /// <summary>
    /// The end user's token: raw, as some of the vendor's clients send it, or after <c>Bearer</c>. Null for an application's
    /// credentials, which the C# client sends as <c>Bearer Basic …</c>.
    /// </summary>
    public static string? ReadAccessToken(string? authorization)
    {
        ReadOnlySpan<char> token = SkipBearer(authorization);
        return token.IsEmpty || HasScheme(token, Basic) ? null : token.ToString();
    }

    /// <summary>An application's id and secret, each of them form-encoded (RFC 6749, 2.3.1); null for both where there are none.</summary>
    public static (string? ClientId, string? ClientSecret) ReadClientCredentials(string? authorization)
    {
        ReadOnlySpan<char> value = SkipBearer(authorization);
        if (!HasScheme(value, Basic))
            return default;

        string encoded = value[Basic.Length..].Trim().ToString();
        byte[] bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out int count) || Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2) is not [string id, string secret])
            return default;
        return (WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret));
    }

    private static ReadOnlySpan<char> SkipBearer(string? authorization)
    {
        ReadOnlySpan<char> value = authorization.AsSpan().Trim();
        return HasScheme(value, Bearer) ? value[Bearer.Length..].TrimStart() : value;
    }

    private static bool HasScheme(ReadOnlySpan<char> value, string scheme) =>
        value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && (value.Length == scheme.Length || value[scheme.Length] == ' ');
}
