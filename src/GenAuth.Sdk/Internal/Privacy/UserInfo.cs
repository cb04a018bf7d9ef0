namespace GenAuth.Sdk.Internal.Privacy;

/// <summary>The user name and password of an address (RFC 3986, 3.2.1): the platform quotes those of a proxy in its messages.</summary>
internal static class UserInfo
{
    private const string Separator = "://";

    public static bool IsIn(string text)
    {
        for (int at = text.IndexOf(Separator, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Separator, at, StringComparison.Ordinal))
        {
            at += Separator.Length;
            int end = text.IndexOfAny([' ', '\t', '\r', '\n', '"', '\'', '/', '@'], at);
            if (end < 0)
                return false;
            if (text[end] == '@')
                return true;
        }

        return false;
    }
}
