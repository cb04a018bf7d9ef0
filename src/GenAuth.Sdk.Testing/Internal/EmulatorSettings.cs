namespace GenAuth.Sdk.Testing.Internal;

/// <summary>The options as the emulator keeps them: checked, and out of reach of later changes.</summary>
internal sealed class EmulatorSettings
{
    /// <summary>Copies what the user set.</summary>
    /// <exception cref="ArgumentException">The options are invalid; the message names every error.</exception>
    public EmulatorSettings(GenAuthEmulatorOptions options, string parameterName)
    {
        List<string> errors = [.. EmulatorOptionsValidator.Validate(options)];
        if (errors.Count > 0)
            throw new ArgumentException(string.Join(" ", errors), parameterName);

        AppId = options.AppId;
        OtherAppIds = [.. options.OtherAppIds];
        AppSecret = options.AppSecret;
        IdTokenAlgorithm = options.IdTokenAlgorithm;
        RegistrationDisabled = options.RegistrationDisabled;
        UserPoolId = options.UserPoolId;
        InternationalSms = options.InternationalSms;
        ResendWindow = options.ResendWindow;
        CodeLength = options.CodeLength;
        FixedCode = options.FixedCode;
        TestNumbers = new TestNumbers(options.TestNumbers);
        CodeLifetime = options.CodeLifetime;
        MaxWrongCodes = options.MaxWrongCodes;
        InboxCapacity = options.InboxCapacity;
        RequestsPerSecond = options.RequestsPerSecond;
        Address = new ListenAddress(options.Host, options.Port);
        UseHttps = options.UseHttps;
        PathBase = options.PathBase.Trim('/') is { Length: > 0 } path ? "/" + path : string.Empty;
        AllowedHosts = [.. options.AllowedHosts];
        AllowedOrigins = [.. options.AllowedOrigins];
        DefaultLanguage = Language.Parse(options.DefaultLanguage);
        Clock = options.TimeProvider;
    }

    public string AppId { get; }

    public IReadOnlyList<string> OtherAppIds { get; }

    public string? AppSecret { get; }

    public IdTokenAlgorithm IdTokenAlgorithm { get; }

    public bool RegistrationDisabled { get; }

    public string UserPoolId { get; }

    public bool InternationalSms { get; }

    public TimeSpan ResendWindow { get; }

    public int CodeLength { get; }

    public string? FixedCode { get; }

    public TestNumbers TestNumbers { get; }

    public TimeSpan CodeLifetime { get; }

    public int MaxWrongCodes { get; }

    public int InboxCapacity { get; }

    public int? RequestsPerSecond { get; }

    public ListenAddress Address { get; }

    public bool UseHttps { get; }

    public string PathBase { get; }

    public IReadOnlyList<string> AllowedHosts { get; }

    public IReadOnlyList<string> AllowedOrigins { get; }

    public Language DefaultLanguage { get; }

    public TimeProvider Clock { get; }
}
