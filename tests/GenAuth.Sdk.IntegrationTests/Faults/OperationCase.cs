using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>An operation that redeems or checks a code, as the faults below meet it.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Channel">What its code is sent for.</param>
/// <param name="RepeatsUnknown">Whether the client repeats the operation after an unknown outcome.</param>
/// <param name="UsesUpCode">Whether a success uses the code up.</param>
/// <param name="InvokeAsync">Runs the operation with a number and a code.</param>
internal sealed record OperationCase(string Name, SmsChannel Channel, bool RepeatsUnknown, bool UsesUpCode, Func<AuthenticationClient, string, string, Task<GenAuthResponse>> InvokeAsync)
{
    public static OperationCase[] All { get; } =
    [
        new("PreCheckCode", SmsChannel.Login, RepeatsUnknown: true, UsesUpCode: false, async (client, number, code) => await client.PreCheckCodeAsync(SmsChannel.Login, number, code)),
        new("SignInByPhonePassCode", SmsChannel.Login, RepeatsUnknown: false, UsesUpCode: true, async (client, number, code) => await client.SignInByPhonePassCodeAsync(number, code, signInOptions: new SignInOptions { AutoRegister = true })),
        new("SignUpByPhonePassCode", SmsChannel.Register, RepeatsUnknown: false, UsesUpCode: true, async (client, number, code) => await client.SignUpByPhonePassCodeAsync(number, code)),
    ];

    public override string ToString() => Name;

    /// <summary>Sends a code for the operation and returns it.</summary>
    public async Task<string> SendCodeAsync(GenAuthEmulator genAuth, AuthenticationClient client, string number)
    {
        (await client.SendSmsAsync(Channel, number, "+86")).EnsureSuccess();
        return (await genAuth.Inbox.WaitForAsync(number)).Code;
    }
}
