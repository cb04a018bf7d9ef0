namespace GenAuth.Sdk.Internal.Validation;

/// <summary>What may stand in an HTTP header without being rewritten or starting another one (RFC 9110, 5.5).</summary>
internal static class HeaderValue
{
    public static bool IsValid(string value)
    {
        foreach (char c in value)
        {
            if (c is < ' ' or > '~')
                return false;
        }

        return !string.IsNullOrWhiteSpace(value);
    }
}
