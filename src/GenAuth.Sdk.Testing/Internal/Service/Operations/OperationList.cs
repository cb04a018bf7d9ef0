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
        new BindPhone(state),
        new UnbindPhone(state),
        new VerifyUpdatePhoneRequest(state),
        new UpdatePhone(state),
        new VerifyResetPasswordRequest(state),
        new ResetPassword(state),
        new SendEnrollFactorRequest(state),
        new EnrollFactor(state),
        new VerifyDeleteAccountRequest(state),
        new DeleteAccount(state),
        new OpenIdConfiguration(state),
        new PublicKeys(),
        new UserInfo(),
    ];
}
