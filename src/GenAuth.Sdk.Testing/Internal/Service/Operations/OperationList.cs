namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Every operation that the emulator answers.</summary>
internal static class OperationList
{
    public static IReadOnlyList<EmulatedOperation> Create(ServiceState state) =>
    [
        new SendSms(state),
        new PreCheckCode(state),
        new CheckAppIdSecret(state),
        new SystemInfo(),
        new SignIn(state),
        new SignUp(state),
        new OpenIdConfiguration(state),
        new PublicKeys(),
        new UserInfo(),
    ];
}
