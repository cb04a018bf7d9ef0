namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>An operation other than a send, as the faults below meet it.</summary>
/// <param name="Name">The operation.</param>
/// <param name="PrepareAsync">Makes everything ready for one success.</param>
internal sealed record OperationCase(string Name, Func<Preparation, Task<PreparedCall>> PrepareAsync)
{
    public static OperationCase[] All { get; } =
    [
        new("PreCheckCode",
            async ready => Call(
                await ready.SendCodeAsync(SmsChannel.Login),
                async code => await ready.Client.PreCheckCodeAsync(SmsChannel.Login, ready.Number, code))) { OnlyReads = true },
        new("SignInByPhonePassCode",
            async ready => Call(
                await ready.SendCodeAsync(SmsChannel.Login),
                async code => await ready.Client.SignInByPhonePassCodeAsync(ready.Number, code, signInOptions: new SignInOptions { AutoRegister = true }))),
        new("SignUpByPhonePassCode",
            async ready => Call(
                await ready.SendCodeAsync(SmsChannel.Register),
                async code => await ready.Client.SignUpByPhonePassCodeAsync(ready.Number, code))),
        new("BindPhone", async ready =>
        {
            string accessToken = await ready.AddUserWithoutPhoneAsync();
            return Call(await ready.SendCodeAsync(SmsChannel.BindPhone), code => ready.Client.BindPhoneAsync(accessToken, ready.Number, code));
        }),
        new("UnbindPhone", async ready =>
        {
            string accessToken = ready.AddUser();
            return Call(await ready.SendCodeAsync(SmsChannel.UnbindPhone), code => ready.Client.UnbindPhoneAsync(accessToken, code));
        }),
        new("VerifyUpdatePhoneRequest", async ready =>
        {
            string accessToken = ready.AddUser(ready.OtherNumber);
            var oldPhone = new PhonePassCode(ready.OtherNumber, await ready.SendCodeAsync(SmsChannel.UnbindPhone, ready.OtherNumber));
            return Call(
            await ready.SendCodeAsync(SmsChannel.BindPhone),
            async code => await ready.Client.VerifyUpdatePhoneRequestAsync(accessToken, new PhonePassCode(ready.Number, code), oldPhone));
        }),
        new("UpdatePhone", async ready =>
        {
            string accessToken = ready.AddUser(ready.OtherNumber);
            return Call(await ready.VerifyUpdatePhoneAsync(accessToken), token => ready.Client.UpdatePhoneAsync(accessToken, token));
        }),
        new("VerifyResetPasswordRequest", async ready =>
        {
            ready.AddUser();
            return Call(await ready.SendCodeAsync(SmsChannel.ResetPassword), async code => await ready.Client.VerifyResetPasswordRequestAsync(ready.Number, code));
        }),
        new("ResetPassword", async ready => Call(await ready.VerifyResetPasswordAsync(), token => ready.Client.ResetPasswordAsync(token, "correct horse"))),
        new("SendEnrollFactorRequest", ready =>
        {
            string accessToken = ready.AddUser();
            return Task.FromResult(Call(ready.Number, async number => await ready.Client.SendEnrollFactorRequestAsync(accessToken, number)));
        })
        { SendsSms = true },
        new("EnrollFactor", async ready =>
        {
            string accessToken = ready.AddUser();
            (string token, string code) = await ready.SendEnrollFactorAsync(accessToken);
            return Call(code, _ => ready.Client.EnrollFactorAsync(accessToken, token, code));
        }),
        new("VerifyDeleteAccountRequest", async ready =>
        {
            string accessToken = ready.AddUser();
            return Call(
            await ready.SendCodeAsync(SmsChannel.DeleteAccount),
            async code => await ready.Client.VerifyDeleteAccountRequestAsync(accessToken, ready.Number, code));
        }),
        new("DeleteAccount", async ready =>
        {
            string accessToken = ready.AddUser();
            return Call(await ready.VerifyDeleteAccountAsync(accessToken), token => ready.Client.DeleteAccountAsync(accessToken, token));
        }),
    ];

    /// <summary>Whether the operation changes nothing: it is repeated after an unknown outcome, and succeeds any number of times.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>Whether the operation sends an SMS.</summary>
    public bool SendsSms { get; init; }

    public override string ToString() => Name;

    private static PreparedCall Call(string secret, Func<string, Task<GenAuthResponse>> invokeAsync) => new(secret, () => invokeAsync(secret));
}
