namespace GenAuth.Sdk.Internal;

/// <summary>Finds every fault of the options at once, so that nobody fixes them one restart at a time.</summary>
internal static class GenAuthClientOptionsValidator
{
    private const int MostRetries = 10;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static void ThrowIfInvalid(GenAuthClientOptions options, string parameterName)
    {
        List<string> faults = [.. Validate(options, nameof(GenAuthClientOptions) + ".")];
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(" ", faults), parameterName);
    }

    public static bool IsTimeout(TimeSpan value) => value >= Shortest && value <= Longest;

    /// <summary>One sentence per fault, each beginning with <paramref name="prefix"/> and the option's name. Values are not repeated.</summary>
    public static IEnumerable<string> Validate(GenAuthClientOptions options, string prefix)
    {
        if (options.AppId is not { } appId || !Require.IsHeaderValue(appId))
            yield return $"{prefix}AppId is required and must be printable ASCII.";

        if (AppHostFault(options) is { } appHostFault)
            yield return $"{prefix}AppHost {appHostFault}";

        if (options.Language is { } language && !Require.IsHeaderValue(language))
            yield return $"{prefix}Language must be printable ASCII, \"en-US\" for example.";

        if (!IsHeaderNamePart(options.HeaderPrefix))
            yield return $"{prefix}HeaderPrefix must consist of letters, digits and hyphens, \"x-genauth-\" for example.";

        if (!IsTimeout(options.AttemptTimeout))
            yield return $"{prefix}AttemptTimeout must be between 10 ms and one day.";

        if (!IsTimeout(options.TotalTimeout))
            yield return $"{prefix}TotalTimeout must be between 10 ms and one day.";
        else if (options.TotalTimeout < options.AttemptTimeout)
            yield return $"{prefix}TotalTimeout must not be shorter than AttemptTimeout.";

        if (options.TimeProvider is null)
            yield return $"{prefix}TimeProvider must not be null.";

        if (options.Retry is null)
        {
            yield return $"{prefix}Retry must not be null; MaxRetries = 0 switches retries off.";
            yield break;
        }

        if (options.Retry.MaxRetries is < 0 or > MostRetries)
            yield return $"{prefix}Retry:MaxRetries must be between 0 and 10.";

        if (options.Retry.MaxDelay < TimeSpan.Zero || options.Retry.MaxDelay > Longest)
            yield return $"{prefix}Retry:MaxDelay must be between zero and one day.";

        if (options.Retry.BaseDelay < TimeSpan.Zero || options.Retry.BaseDelay > options.Retry.MaxDelay)
            yield return $"{prefix}Retry:BaseDelay must be between zero and MaxDelay.";
    }

    private static string? AppHostFault(GenAuthClientOptions options)
    {
        if (options.AppHost is not { IsAbsoluteUri: true } host || (host.Scheme != Uri.UriSchemeHttps && host.Scheme != Uri.UriSchemeHttp))
            return "is required and must be an absolute https address, \"https://example.genauth.ai\" for example.";

        if (host.UserInfo.Length > 0 || host.Query.Length > 0 || host.Fragment.Length > 0)
            return "must not carry user info, a query or a fragment.";

        if (host.Scheme == Uri.UriSchemeHttp && !host.IsLoopback && !options.AllowInsecureHttp)
            return "must use https: http is for loopback addresses, or for AllowInsecureHttp.";

        return null;
    }

    private static bool IsHeaderNamePart(string? value) =>
        !string.IsNullOrEmpty(value) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
