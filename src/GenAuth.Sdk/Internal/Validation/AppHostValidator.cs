namespace GenAuth.Sdk.Internal.Validation;

/// <summary>Validates the address of the application. A user name or password in it is never repeated.</summary>
internal static class AppHostValidator
{
    private const string ApiPath = "/api/v3";

    /// <summary>One sentence per error, without the name of the option.</summary>
    public static IEnumerable<string> Validate(GenAuthClientOptions options)
    {
        Uri? host = options.AppHost;
        if (host is not { IsAbsoluteUri: true } || (host.Scheme != Uri.UriSchemeHttps && host.Scheme != Uri.UriSchemeHttp))
        {
            yield return "is required and must be an absolute https address, \"https://example.genauth.ai\" for example" + DescribeValue(host) + ".";
            yield break;
        }

        if (host.UserInfo.Length > 0 || host.Query.Length > 0 || host.Fragment.Length > 0)
        {
            yield return "must not carry user info, a query or a fragment.";
            yield break;
        }

        if (FindPrefix(host) is { } prefix)
            yield return $"must not hold the path of an endpoint, because the client appends it: write \"{prefix}\" instead of \"{host.AbsoluteUri}\".";

        if (host.Scheme == Uri.UriSchemeHttp && !host.IsLoopback)
        {
            if (options.AppSecret is not null)
                yield return "must use https, because an AppSecret is set: http is for loopback addresses alone" + DescribeValue(host) + ".";
            else if (!options.AllowInsecureHttp)
                yield return "must use https: http is for loopback addresses, or for AllowInsecureHttp" + DescribeValue(host) + ".";
        }
    }

    /// <summary>What stands before <c>/api/v3</c> or <c>/api/v3/{operation}</c>; null when the address does not end like this.</summary>
    private static string? FindPrefix(Uri host)
    {
        string path = host.AbsolutePath.TrimEnd('/');
        int start = path.LastIndexOf(ApiPath, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;

        string operation = path.Substring(start + ApiPath.Length);
        return operation.LastIndexOf('/') is 0 || operation.Length == 0
            ? host.GetLeftPart(UriPartial.Authority) + path.Substring(0, start).TrimEnd('/')
            : null;
    }

    private static string DescribeValue(Uri? host) =>
        host is null || host.OriginalString.IndexOfAny(['@', '?', '#']) >= 0 ? string.Empty : OptionValue.Describe(host.OriginalString);
}
