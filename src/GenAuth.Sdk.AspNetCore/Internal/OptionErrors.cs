using GenAuth.Sdk.AspNetCore.Internal.Numbers;

namespace GenAuth.Sdk.AspNetCore.Internal;

/// <summary>What is wrong with options by themselves, a sentence each. No sentence repeats a secret.</summary>
internal static class OptionErrors
{
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(31);

    public static IEnumerable<(string Name, PhoneSignInLimit Limit)> GetLimits(GenAuthPhoneSignInOptions options) =>
    [
        (nameof(options.Sends), options.Sends),
        (nameof(options.SendsPerAddress), options.SendsPerAddress),
        (nameof(options.SendsPerCountry), options.SendsPerCountry),
        (nameof(options.SendsPerNumber), options.SendsPerNumber),
        (nameof(options.TriesPerAddress), options.TriesPerAddress),
        (nameof(options.TriesPerNumber), options.TriesPerNumber),
    ];

    public static IEnumerable<string> Find(GenAuthPhoneSignInOptions options)
    {
        if (!IsCountryCode(options.DefaultCountryCode))
            yield return "DefaultCountryCode must be one whole country code, \"+86\" for example.";

        if (options.AllowedCountryCodes is not { Count: > 0 } allowed || !allowed.All(AllowList.IsBeginning))
            yield return "AllowedCountryCodes must name at least one country, each as a plus sign and digits, \"+86\" for example.";

        if (options.ExcludedCountryCodes is not { } excluded || !excluded.All(AllowList.IsBeginning))
            yield return "ExcludedCountryCodes must be plus signs and digits, \"+1876\" for example.";

        if (options.Scope is not { } scope || !scope.Split(' ').Contains("openid", StringComparer.Ordinal))
            yield return "Scope must hold openid, because the user comes from the id token.";

        if (!Enum.IsDefined(options.IdTokenAlgorithm))
            yield return "IdTokenAlgorithm must be RS256 or HS256.";

        if (!Enum.IsDefined(options.WhenLimiterFails))
            yield return "WhenLimiterFails must be RefuseSends or CountInMemory.";

        if (options.MaxConcurrentCalls < 1)
            yield return $"MaxConcurrentCalls must be at least 1, was {options.MaxConcurrentCalls}.";

        if (options.PartitionKeySecret is { } secret && !PartitionKeys.IsSecret(secret))
            yield return "PartitionKeySecret must be base64 of at least 32 bytes.";

        if (options.TimeProvider is null)
            yield return "TimeProvider must not be null.";

        foreach ((string name, PhoneSignInLimit limit) in GetLimits(options))
        {
            if (limit.PermitLimit < 1)
                yield return $"{name}:PermitLimit must be at least 1, was {limit.PermitLimit}.";
            if (limit.Window < ShortestWindow || limit.Window > LongestWindow)
                yield return $"{name}:Window must be between one second and 31 days, was {limit.Window}.";
        }
    }

    private static bool IsCountryCode(string? text)
    {
        try
        {
            return !string.IsNullOrEmpty(text) && PhoneNumber.TryParse("1", text, out _);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
