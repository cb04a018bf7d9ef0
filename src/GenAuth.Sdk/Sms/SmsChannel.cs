using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The purpose an SMS code is sent for. A code is only good for the purpose it was requested for.</summary>
/// <remarks>
/// The set is open: a value newer than this package is written as <c>new SmsChannel("CHANNEL_…")</c> or as a plain string.
/// Values are case-sensitive, and an unset channel (<c>default</c>) is refused by every send, so that a forgotten channel
/// never means "login". Source: the service's documentation of <c>POST /api/v3/send-sms</c>.
/// </remarks>
public readonly struct SmsChannel : IEquatable<SmsChannel>
{
    private const int LongestValue = 64;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal);

    private readonly string? _value;

    /// <summary>Names a channel by its wire value.</summary>
    /// <param name="value">The wire value, for example <c>CHANNEL_LOGIN</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, blank, or holds a control character or half a surrogate pair.</exception>
    public SmsChannel(string value)
    {
        Guard.Text(value, LongestValue, nameof(value));
        _value = value;
    }

    /// <summary>Sign in with a code.</summary>
    public static SmsChannel Login { get; } = Declare("CHANNEL_LOGIN");

    /// <summary>Create an account.</summary>
    public static SmsChannel Register { get; } = Declare("CHANNEL_REGISTER");

    /// <summary>Set a new password for a forgotten one.</summary>
    public static SmsChannel ResetPassword { get; } = Declare("CHANNEL_RESET_PASSWORD");

    /// <summary>Add a phone number to an account.</summary>
    public static SmsChannel BindPhone { get; } = Declare("CHANNEL_BIND_PHONE");

    /// <summary>Remove the phone number of an account.</summary>
    public static SmsChannel UnbindPhone { get; } = Declare("CHANNEL_UNBIND_PHONE");

    /// <summary>Set up the phone as a second factor.</summary>
    public static SmsChannel BindMfa { get; } = Declare("CHANNEL_BIND_MFA");

    /// <summary>Pass the second factor.</summary>
    public static SmsChannel VerifyMfa { get; } = Declare("CHANNEL_VERIFY_MFA");

    /// <summary>Remove the phone as a second factor.</summary>
    public static SmsChannel UnbindMfa { get; } = Declare("CHANNEL_UNBIND_MFA");

    /// <summary>Supply a missing phone number while signing up or in.</summary>
    public static SmsChannel CompletePhone { get; } = Declare("CHANNEL_COMPLETE_PHONE");

    /// <summary>Real-name authentication.</summary>
    public static SmsChannel IdentityVerification { get; } = Declare("CHANNEL_IDENTITY_VERIFICATION");

    /// <summary>Delete the account.</summary>
    public static SmsChannel DeleteAccount { get; } = Declare("CHANNEL_DELETE_ACCOUNT");

    /// <summary>The wire value; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Names a channel by its wire value.</summary>
    /// <param name="value">The wire value, for example <c>CHANNEL_LOGIN</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, blank, or holds a control character or half a surrogate pair.</exception>
    public static implicit operator SmsChannel(string value) => new(value);

    /// <summary>Whether both name the same channel, compared ordinally.</summary>
    public static bool operator ==(SmsChannel left, SmsChannel right) => left.Equals(right);

    /// <summary>Whether both name different channels, compared ordinally.</summary>
    public static bool operator !=(SmsChannel left, SmsChannel right) => !left.Equals(right);

    /// <inheritdoc />
    public bool Equals(SmsChannel other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SmsChannel other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <summary>The wire value; empty for <c>default</c>.</summary>
    public override string ToString() => Value;

    /// <summary>An unknown value may be anything, a phone number in the wrong place too, so telemetry does not name it.</summary>
    internal static string NameInTelemetry(string value) => Known.Contains(value) ? value : "_OTHER";

    private static SmsChannel Declare(string value)
    {
        Known.Add(value);
        return new SmsChannel(value);
    }
}
