using System.Text;

using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Finds every error of the options at once.</summary>
internal static class EmulatorOptionsValidator
{
    private const int MinHmacKeyBytes = 32;
    private const string Prefix = nameof(GenAuthEmulatorOptions) + ".";

    public static IEnumerable<string> Validate(GenAuthEmulatorOptions options) =>
        ValidateApplications(options).Concat(ValidateCodes(options)).Concat(ValidateAddress(options));

    private static IEnumerable<string> ValidateApplications(GenAuthEmulatorOptions options)
    {
        if (!IsHeaderValue(options.AppId))
            yield return Prefix + "AppId is required and must be printable ASCII.";

        if (!options.OtherAppIds.All(IsHeaderValue))
            yield return Prefix + "OtherAppIds must be printable ASCII, each of them.";

        if (options.AppSecret is not null && string.IsNullOrWhiteSpace(options.AppSecret))
            yield return Prefix + "AppSecret must not be blank; null accepts any secret.";

        if (!Enum.IsDefined(options.IdTokenAlgorithm))
            yield return Prefix + "IdTokenAlgorithm must be RS256 or HS256.";

        if (options.IdTokenAlgorithm is IdTokenAlgorithm.HS256 && Encoding.UTF8.GetByteCount(options.AppSecret ?? string.Empty) < MinHmacKeyBytes)
            yield return Prefix + "IdTokenAlgorithm HS256 needs an AppSecret of at least 32 bytes, because RFC 7518 allows no shorter key.";

        if (!IsHeaderValue(options.UserPoolId))
            yield return Prefix + "UserPoolId is required and must be printable ASCII.";

        if (options.RequestsPerSecond <= 0)
            yield return Prefix + "RequestsPerSecond must be at least 1, or null for no limit.";
    }

    private static IEnumerable<string> ValidateCodes(GenAuthEmulatorOptions options)
    {
        if (options.ResendWindow < TimeSpan.Zero)
            yield return Prefix + "ResendWindow must not be negative.";

        if (options.CodeLength is < 4 or > 10)
            yield return Prefix + "CodeLength must be between 4 and 10.";

        if (options.FixedCode is not null && !IsCode(options.FixedCode))
            yield return Prefix + "FixedCode must be 4 to 10 digits.";

        if (!options.TestNumbers.All(static entry => TestNumbers.IsKey(entry.Key) && IsCode(entry.Value)))
            yield return Prefix + "TestNumbers must map numbers, or regular expressions without look-arounds and back-references, to codes of 4 to 10 digits.";

        if (options.CodeLifetime <= TimeSpan.Zero)
            yield return Prefix + "CodeLifetime must be longer than zero.";

        if (options.MaxWrongCodes < 0)
            yield return Prefix + "MaxWrongCodes must not be negative.";

        if (options.InboxCapacity < 1)
            yield return Prefix + "InboxCapacity must be at least 1.";

        if (options.DefaultLanguage is null || !LanguageTag.IsValid(options.DefaultLanguage))
            yield return Prefix + "DefaultLanguage must be a language tag, \"zh-CN\" for example.";

        if (options.TimeProvider is null)
            yield return Prefix + "TimeProvider must not be null.";
    }

    private static IEnumerable<string> ValidateAddress(GenAuthEmulatorOptions options)
    {
        if (options.Port is < 0 or > 65535)
            yield return Prefix + "Port must be between 0 and 65535; 0 takes a free one.";

        if (options.Host is not null && !ListenAddress.IsHost(options.Host))
            yield return Prefix + "Host must be an IP address or a host name without scheme and port, \"0.0.0.0\" for example.";

        // Clients resolve dot segments before they send, so that nothing would be found below one.
        if (options.PathBase is null || !options.PathBase.All(IsPathCharacter) || options.PathBase.Split('/').Any(static segment => segment is "." or ".."))
            yield return Prefix + "PathBase must be empty or a path of letters, digits and -._~ without \".\" and \"..\" segments, \"/tenant-a\" for example.";

        if (!options.AllowedHosts.All(IsHostName))
            yield return Prefix + "AllowedHosts must be host names without scheme and port, \"host.docker.internal\" for example.";

        if (!options.AllowedOrigins.All(IsOrigin))
            yield return Prefix + "AllowedOrigins must be origins as browsers send them, \"https://app.example\" or \"http://app.example:8080\" for example.";
    }

    private static bool IsCode(string? value) => value is { Length: >= 4 and <= 10 } && value.All(char.IsAsciiDigit);

    private static bool IsHeaderValue(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value.All(c => c is >= ' ' and <= '~');

    // An IPv6 address has brackets in a Host header.
    private static bool IsHostName(string? value) =>
        Uri.CheckHostName(value) is not UriHostNameType.Unknown && (value![0] == '[' || !value.Contains(':', StringComparison.Ordinal));

    private static bool IsOrigin(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.GetLeftPart(UriPartial.Authority) == value;

    private static bool IsPathCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '_' or '~';
}
