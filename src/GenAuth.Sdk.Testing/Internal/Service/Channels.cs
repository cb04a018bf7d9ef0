namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The channels the service documents. It tells upper from lower case.</summary>
internal static class Channels
{
    private static readonly string[] All =
    [
        SmsChannel.Login.Value,
        SmsChannel.Register.Value,
        SmsChannel.ResetPassword.Value,
        SmsChannel.BindPhone.Value,
        SmsChannel.UnbindPhone.Value,
        SmsChannel.BindMfa.Value,
        SmsChannel.VerifyMfa.Value,
        SmsChannel.UnbindMfa.Value,
        SmsChannel.CompletePhone.Value,
        SmsChannel.IdentityVerification.Value,
        SmsChannel.DeleteAccount.Value,
    ];

    public static string List { get; } = string.Join(", ", All);

    public static bool IsKnown(string channel) => All.Contains(channel, StringComparer.Ordinal);
}
