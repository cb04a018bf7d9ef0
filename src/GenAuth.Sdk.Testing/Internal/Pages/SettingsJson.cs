namespace GenAuth.Sdk.Testing.Internal.Pages;

/// <summary>How the emulator behaves, without any code or secret. Durations are in seconds.</summary>
internal sealed record SettingsJson(
    string AppId,
    IReadOnlyList<string> OtherAppIds,
    string UserPoolId,
    bool HasAppSecret,
    bool InternationalSms,
    double ResendWindow,
    int CodeLength,
    double CodeLifetime,
    bool HasFixedCode,
    int TestNumbers,
    int MaxWrongCodes,
    int InboxCapacity,
    int? RequestsPerSecond,
    string DefaultLanguage,
    string PathBase)
{
    public static SettingsJson Create(EmulatorSettings settings) => new(
        settings.AppId,
        settings.OtherAppIds,
        settings.UserPoolId,
        settings.AppSecret is not null,
        settings.InternationalSms,
        settings.ResendWindow.TotalSeconds,
        settings.CodeLength,
        settings.CodeLifetime.TotalSeconds,
        settings.FixedCode is not null,
        settings.TestNumbers.Count,
        settings.MaxWrongCodes,
        settings.InboxCapacity,
        settings.RequestsPerSecond,
        settings.DefaultLanguage == Language.Chinese ? "zh-CN" : "en-US",
        settings.PathBase);
}
