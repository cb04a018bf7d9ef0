namespace GenAuth.Sdk.Testing.Internal;

/// <summary>The options as the emulator keeps them: checked, and out of reach of later changes.</summary>
internal sealed record EmulatorSettings(
    string AppId,
    IReadOnlyList<string> OtherAppIds,
    bool InternationalSms,
    TimeSpan ResendWindow,
    int CodeLength,
    TimeSpan CodeLifetime,
    int? RequestsPerSecond,
    bool UseHttps,
    string PathBase,
    Language DefaultLanguage,
    TimeProvider Clock)
{
    /// <summary>Takes what the user set, naming every fault at once.</summary>
    public static EmulatorSettings From(GenAuthEmulatorOptions options, string parameterName)
    {
        List<string> faults = [.. Faults(options)];
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(" ", faults), parameterName);

        return new EmulatorSettings(
            options.AppId,
            [.. options.OtherAppIds],
            options.InternationalSms,
            options.ResendWindow,
            options.CodeLength,
            options.CodeLifetime,
            options.RequestsPerSecond,
            options.UseHttps,
            options.PathBase.Trim('/') is { Length: > 0 } path ? "/" + path : string.Empty,
            Languages.Of(options.DefaultLanguage),
            options.TimeProvider);
    }

    private static IEnumerable<string> Faults(GenAuthEmulatorOptions options)
    {
        const string Prefix = nameof(GenAuthEmulatorOptions) + ".";

        if (!IsHeaderValue(options.AppId))
            yield return Prefix + "AppId is required and must be printable ASCII.";

        if (!options.OtherAppIds.All(IsHeaderValue))
            yield return Prefix + "OtherAppIds must be printable ASCII, each of them.";

        if (options.ResendWindow < TimeSpan.Zero)
            yield return Prefix + "ResendWindow must not be negative.";

        if (options.CodeLength is < 4 or > 10)
            yield return Prefix + "CodeLength must be between 4 and 10.";

        if (options.CodeLifetime <= TimeSpan.Zero)
            yield return Prefix + "CodeLifetime must be longer than zero.";

        if (options.RequestsPerSecond <= 0)
            yield return Prefix + "RequestsPerSecond must be at least 1, or null for no limit.";

        if (options.PathBase is null || !options.PathBase.All(IsPathCharacter))
            yield return Prefix + "PathBase must be empty or a path of letters, digits and -._~, \"/tenant-a\" for example.";

        if (string.IsNullOrWhiteSpace(options.DefaultLanguage))
            yield return Prefix + "DefaultLanguage is required, \"zh-CN\" for example.";

        if (options.TimeProvider is null)
            yield return Prefix + "TimeProvider must not be null.";
    }

    private static bool IsHeaderValue(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.All(c => c is >= ' ' and <= '~');

    private static bool IsPathCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '_' or '~';
}
