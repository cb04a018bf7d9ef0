namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Reads an <c>Authorization</c> header.</summary>
internal static class AuthorizationHeader
{
    /// <summary>
    /// The end user's token: raw, as some of the vendor's clients send it, or after <c>Bearer</c>. Null for an application's
    /// credentials, which the C# client sends as <c>Bearer Basic …</c>.
    /// </summary>
    public static string? ReadAccessToken(string? authorization)
    {
        ReadOnlySpan<char> token = authorization.AsSpan().Trim();
        token = HasScheme(token, "Bearer") ? token["Bearer".Length..].TrimStart() : token;
        return token.IsEmpty || HasScheme(token, "Basic") ? null : token.ToString();
    }

    private static bool HasScheme(ReadOnlySpan<char> value, string scheme) =>
        value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && (value.Length == scheme.Length || value[scheme.Length] == ' ');
}
