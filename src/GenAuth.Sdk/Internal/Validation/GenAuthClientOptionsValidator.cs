namespace GenAuth.Sdk.Internal.Validation;

/// <summary>Finds every error of the options at once, so that nobody mends them one restart at a time.</summary>
internal static class GenAuthClientOptionsValidator
{
    private const int MostRetries = 10;
    private const int LongestSecret = 1024;

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static void ThrowIfInvalid(GenAuthClientOptions options, string parameterName)
    {
        List<string> errors = [.. Validate(options, nameof(GenAuthClientOptions) + ".")];
        if (errors.Count > 0)
            throw new ArgumentException(string.Join(" ", errors), parameterName);
    }

    public static bool IsTimeout(TimeSpan value) => value >= Shortest && value <= Longest;

    /// <summary>One sentence per error, each beginning with <paramref name="prefix"/> and the option's name. Private values are not repeated.</summary>
    public static IEnumerable<string> Validate(GenAuthClientOptions options, string prefix) =>
        ValidateApplication(options).Concat(ValidateRequests(options)).Concat(ValidateRetry(options.Retry)).Select(error => prefix + error);

    private static IEnumerable<string> ValidateApplication(GenAuthClientOptions options)
    {
        if (options.AppId is not { } appId || !HeaderValue.IsValid(appId))
            yield return "AppId is required and must be printable ASCII.";
        else if (appId.Trim().Length < appId.Length)
            yield return $"AppId must not begin or end with a blank{OptionValue.Describe(appId)}.";

        foreach (string error in AppHostValidator.Validate(options))
            yield return "AppHost " + error;

        if (options.AppSecret is { } secret && (secret.Length is 0 or > LongestSecret || secret.Any(char.IsControl)))
            yield return "AppSecret must have 1 to 1,024 characters, none of them a control character.";

        if (options.TokenEndpointAuthMethod is { } method)
        {
            if (method is < TokenEndpointAuthMethod.None or > TokenEndpointAuthMethod.ClientSecretBasic)
                yield return $"TokenEndpointAuthMethod must be None, ClientSecretPost or ClientSecretBasic, was {method}.";
            else if (method is not TokenEndpointAuthMethod.None && options.AppSecret is null)
                yield return $"TokenEndpointAuthMethod is {method}, which needs an AppSecret.";
        }
    }

    private static IEnumerable<string> ValidateRequests(GenAuthClientOptions options)
    {
        if (options.Language is { } language && !LanguageTag.IsValid(language))
            yield return $"Language must be a language tag, \"en-US\" for example{OptionValue.Describe(language)}.";

        if (!IsHeaderPrefix(options.HeaderPrefix))
            yield return $"HeaderPrefix must consist of letters, digits and hyphens and end with a hyphen, \"x-genauth-\" for example{OptionValue.Describe(options.HeaderPrefix)}.";

        if (!IsTimeout(options.AttemptTimeout))
            yield return $"AttemptTimeout must be between 10 ms and one day (00:00:10 is ten seconds), was {options.AttemptTimeout}.";

        if (!IsTimeout(options.TotalTimeout))
            yield return $"TotalTimeout must be between 10 ms and one day (00:00:30 is thirty seconds), was {options.TotalTimeout}.";
        else if (options.TotalTimeout < options.AttemptTimeout)
            yield return $"TotalTimeout must not be shorter than AttemptTimeout ({options.AttemptTimeout}), was {options.TotalTimeout}.";

        if (options.TimeProvider is null)
            yield return "TimeProvider must not be null.";
    }

    private static IEnumerable<string> ValidateRetry(GenAuthRetryOptions? retry)
    {
        if (retry is null)
        {
            yield return "Retry must not be null; MaxRetries = 0 switches retries off.";
            yield break;
        }

        if (retry.MaxRetries is < 0 or > MostRetries)
            yield return $"Retry:MaxRetries must be between 0 and 10, was {retry.MaxRetries}.";

        if (retry.MaxDelay < TimeSpan.Zero || retry.MaxDelay > Longest)
            yield return $"Retry:MaxDelay must be between zero and one day, was {retry.MaxDelay}.";

        if (retry.BaseDelay < TimeSpan.Zero || retry.BaseDelay > retry.MaxDelay)
            yield return $"Retry:BaseDelay must be between zero and MaxDelay ({retry.MaxDelay}), was {retry.BaseDelay}.";
    }

    private static bool IsHeaderPrefix(string? value) =>
        value is { Length: > 1 } && char.IsAsciiLetterOrDigit(value[0]) && value[value.Length - 1] is '-' && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-');
}
