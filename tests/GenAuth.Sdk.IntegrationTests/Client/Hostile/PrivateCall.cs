using System.Net;

namespace GenAuth.Sdk.IntegrationTests.Client.Hostile;

/// <summary>A call with values that can be told from everything else, and which of them must stay private.</summary>
internal sealed record PrivateCall(string Name, string[] Secrets, Func<AuthenticationClient, Task<GenAuthResponse>> InvokeAsync)
{
    public const string PhoneNumber = "5550155507";
    public const string OldNumber = "5550155512";
    public const string AccessToken = "eyJhbGciOi.s3cr3t-t0ken.5ign4ture";
    public const string ClientIp = "203.0.113.211";
    public const string PassCode = "73519246";
    public const string AppSecret = "app-s3cr3t+/value";

    /// <summary>All values in all spellings that a server may answer with.</summary>
    public const string Echo =
        $"{PhoneNumber} {OldNumber} {AccessToken} {ClientIp} {PassCode} {AppSecret} {FullName} {Password} {ActionToken} 5550-155-507 7351%39246 app-s3cr3t%2B%2Fvalue p4ss%20w0rd%26ada";

    private const string FullName = "Ada Augusta Lovelace";
    private const string Password = "p4ss w0rd&ada";
    private const string ActionToken = "act10n-t0ken-0f-ada";

    private static readonly string[] Always = [ClientIp, AppSecret, "app-s3cr3t%2B%2Fvalue"];
    private static readonly string[] Number = [PhoneNumber, "5550-155-507"];
    private static readonly string[] Code = [PassCode, "7351%39246"];
    private static readonly string[] User = [AccessToken, "s3cr3t-t0ken"];

    private static readonly GenAuthRequestOptions Options = new() { ClientIp = IPAddress.Parse(ClientIp) };

    public static PrivateCall[] All { get; } =
    [
        new("SendSms", [.. Always, .. Number, .. User],
            async client => await client.SendSmsAsync(SmsChannel.Login, PhoneNumber, "+86", new() { AccessToken = AccessToken, ClientIp = Options.ClientIp })),
        new("PreCheckCode", [.. Always, .. Number, .. Code], async client => await client.PreCheckCodeAsync(SmsChannel.Login, PhoneNumber, PassCode, "+86", Options)),
        new("SignInByPhonePassCode", [.. Always, .. Number, .. Code],
            async client => await client.SignInByPhonePassCodeAsync(PhoneNumber, PassCode, "+86", null, Options)),
        new("SignUpByPhonePassCode", [.. Always, .. Number, .. Code, FullName],
            async client => await client.SignUpByPhonePassCodeAsync(PhoneNumber, PassCode, "+86", new SignUpProfile { Name = FullName }, Options)),
        new("BindPhone", [.. Always, .. Number, .. Code, .. User], client => client.BindPhoneAsync(AccessToken, PhoneNumber, PassCode, "+86", Options)),
        new("UnbindPhone", [.. Always, .. Code, .. User], client => client.UnbindPhoneAsync(AccessToken, PassCode, Options)),
        new("VerifyUpdatePhoneRequest", [.. Always, .. Number, .. Code, .. User, OldNumber],
            async client => await client.VerifyUpdatePhoneRequestAsync(AccessToken, new(PhoneNumber, PassCode), new(OldNumber, PassCode), Options)),
        new("UpdatePhone", [.. Always, .. User, ActionToken], client => client.UpdatePhoneAsync(AccessToken, ActionToken, Options)),
        new("VerifyResetPasswordRequest", [.. Always, .. Number, .. Code],
            async client => await client.VerifyResetPasswordRequestAsync(PhoneNumber, PassCode, "+86", Options)),
        new("ResetPassword", [.. Always, Password, "p4ss%20w0rd%26ada", ActionToken], client => client.ResetPasswordAsync(ActionToken, Password, Options)),
        new("SendEnrollFactorRequest", [.. Always, .. Number, .. User],
            async client => await client.SendEnrollFactorRequestAsync(AccessToken, PhoneNumber, "+86", Options)),
        new("EnrollFactor", [.. Always, .. Code, .. User, ActionToken], client => client.EnrollFactorAsync(AccessToken, ActionToken, PassCode, Options)),
        new("VerifyDeleteAccountRequest", [.. Always, .. Number, .. Code, .. User],
            async client => await client.VerifyDeleteAccountRequestAsync(AccessToken, PhoneNumber, PassCode, "+86", Options)),
        new("DeleteAccount", [.. Always, .. User, ActionToken], client => client.DeleteAccountAsync(AccessToken, ActionToken, Options)),
    ];
}
