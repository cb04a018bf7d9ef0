namespace GenAuth.Sdk.Internal.Validation;

/// <summary>The wire values of channels: those that the service documents, and the shape of those to come.</summary>
internal static class ChannelName
{
    public const string Login = "CHANNEL_LOGIN";
    public const string Register = "CHANNEL_REGISTER";
    public const string ResetPassword = "CHANNEL_RESET_PASSWORD";
    public const string BindPhone = "CHANNEL_BIND_PHONE";
    public const string UnbindPhone = "CHANNEL_UNBIND_PHONE";
    public const string BindMfa = "CHANNEL_BIND_MFA";
    public const string VerifyMfa = "CHANNEL_VERIFY_MFA";
    public const string UnbindMfa = "CHANNEL_UNBIND_MFA";
    public const string CompletePhone = "CHANNEL_COMPLETE_PHONE";
    public const string IdentityVerification = "CHANNEL_IDENTITY_VERIFICATION";
    public const string DeleteAccount = "CHANNEL_DELETE_ACCOUNT";

    private const int MaxLength = 64;

    private static readonly string[] Documented =
    [
        Login, Register, ResetPassword, BindPhone, UnbindPhone, BindMfa, VerifyMfa, UnbindMfa, CompletePhone, IdentityVerification, DeleteAccount,
    ];

    public static IReadOnlyList<string> All => Documented;

    public static bool IsDocumented(string name) => Array.IndexOf(Documented, name) >= 0;

    /// <summary>Whether text can be a channel at all: a phone number or an address in the wrong place cannot.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaxLength || text[0] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z')))
            return false;

        foreach (char c in text)
        {
            if (c is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
                return false;
        }

        return true;
    }
}
