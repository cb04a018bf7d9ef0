namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Reads the end user's token from an <c>Authorization</c> header: raw, as GenAuth's own clients send it, or after <c>Bearer</c>.</summary>
internal static class AccessToken
{
    /// <summary>The token; null for client credentials, which the C# client sends as <c>Bearer Basic …</c>.</summary>
    public static string? Read(string? authorization)
    {
        ReadOnlySpan<char> token = authorization.AsSpan().Trim();
        token = HasScheme(token, "Bearer") ? token["Bearer".Length..].TrimStart() : token;
        return token.IsEmpty || HasScheme(token, "Basic") ? null : token.ToString();
    }

    private static bool HasScheme(ReadOnlySpan<char> value, string scheme) =>
        value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && (value.Length == scheme.Length || value[scheme.Length] == ' ');
}
