namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The channels the service documents. The service tells upper from lower case.</summary>
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

    private static readonly string[] OfSignedInUsers =
    [
        SmsChannel.BindPhone.Value,
        SmsChannel.UnbindPhone.Value,
        SmsChannel.BindMfa.Value,
        SmsChannel.VerifyMfa.Value,
        SmsChannel.UnbindMfa.Value,
        SmsChannel.DeleteAccount.Value,
    ];

    private static readonly string AllInWords = string.Join(", ", All);

    public static bool IsKnown(string channel) => All.Contains(channel, StringComparer.Ordinal);

    /// <summary>Whether its codes are for something that a signed-in user does.</summary>
    public static bool ActsOnUser(string channel) => OfSignedInUsers.Contains(channel, StringComparer.Ordinal);

    /// <summary>What is wrong with a channel, in English; null when nothing is. The value is not repeated.</summary>
    public static string? FindError(string? channel, string member)
    {
        if (channel is null)
            return member + " must be a string and is required.";
        return IsKnown(channel) ? null : member + " must be one of " + AllInWords + ".";
    }
}
