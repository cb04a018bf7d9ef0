using System.ComponentModel;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The purpose an SMS code is sent for. A code is only good for the purpose it was requested for.</summary>
/// <remarks>
/// The set is open: a value newer than this package is written as <c>new SmsChannel("CHANNEL_…")</c> or as a plain string.
/// Values are case-sensitive, and an unset channel (<c>default</c>) is refused by every operation, so that a forgotten
/// channel never means "login". As JSON and in configuration a channel is its wire value; <c>default</c> is null in JSON and
/// empty in configuration. Source: the service's documentation of <c>POST /api/v3/send-sms</c>.
/// <list type="table">
/// <listheader><term>code sent for</term><description>redeemed by</description></listheader>
/// <item><term><see cref="Login"/></term><description><see cref="AuthenticationClient.SignInByPhonePassCodeAsync"/></description></item>
/// <item><term><see cref="Register"/></term><description><see cref="AuthenticationClient.SignUpByPhonePassCodeAsync"/></description></item>
/// <item><term><see cref="ResetPassword"/></term><description><see cref="AuthenticationClient.VerifyResetPasswordRequestAsync"/>, then <see cref="AuthenticationClient.ResetPasswordAsync"/></description></item>
/// <item><term><see cref="BindPhone"/></term><description><see cref="AuthenticationClient.BindPhoneAsync"/>, and the new number of <see cref="AuthenticationClient.VerifyUpdatePhoneRequestAsync"/></description></item>
/// <item><term><see cref="UnbindPhone"/></term><description><see cref="AuthenticationClient.UnbindPhoneAsync"/>, and the old number of <see cref="AuthenticationClient.VerifyUpdatePhoneRequestAsync"/></description></item>
/// <item><term><see cref="BindMfa"/></term><description><see cref="AuthenticationClient.EnrollFactorAsync"/>; <see cref="AuthenticationClient.SendEnrollFactorRequestAsync"/> sends the code</description></item>
/// <item><term><see cref="VerifyMfa"/></term><description>GenAuth's hosted pages</description></item>
/// <item><term><see cref="UnbindMfa"/></term><description>no call; <see cref="AuthenticationClient.PreCheckCodeAsync"/> can read it</description></item>
/// <item><term><see cref="CompletePhone"/></term><description>a sign-up with a password: not in this package</description></item>
/// <item><term><see cref="IdentityVerification"/></term><description>no call; <see cref="AuthenticationClient.PreCheckCodeAsync"/> can read it</description></item>
/// <item><term><see cref="DeleteAccount"/></term><description><see cref="AuthenticationClient.VerifyDeleteAccountRequestAsync"/>, then <see cref="AuthenticationClient.DeleteAccountAsync"/></description></item>
/// </list>
/// </remarks>
[JsonConverter(typeof(SmsChannelJsonConverter))]
[TypeConverter(typeof(SmsChannelTypeConverter))]
public readonly struct SmsChannel : IEquatable<SmsChannel>
{
    private readonly string? _value;

    /// <summary>Names a channel by its wire value.</summary>
    /// <param name="value">The wire value, <c>CHANNEL_LOGIN</c> for example: 1 to 64 ASCII letters, digits and underscores, a letter first.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is anything else; the message does not repeat it.</exception>
    public SmsChannel(string value)
    {
        if (value is null || !ChannelName.IsValid(value))
            throw new ArgumentException("A channel is 1 to 64 ASCII letters, digits and underscores, a letter first: CHANNEL_LOGIN, for example.", nameof(value));

        _value = value;
    }

    /// <summary>Sign in with a code.</summary>
    public static SmsChannel Login { get; } = new(ChannelName.Login);

    /// <summary>Create an account.</summary>
    public static SmsChannel Register { get; } = new(ChannelName.Register);

    /// <summary>Set a new password for a forgotten one.</summary>
    public static SmsChannel ResetPassword { get; } = new(ChannelName.ResetPassword);

    /// <summary>Add a phone number to an account.</summary>
    public static SmsChannel BindPhone { get; } = new(ChannelName.BindPhone);

    /// <summary>Remove the phone number of an account.</summary>
    public static SmsChannel UnbindPhone { get; } = new(ChannelName.UnbindPhone);

    /// <summary>Set up the phone as a second factor.</summary>
    public static SmsChannel BindMfa { get; } = new(ChannelName.BindMfa);

    /// <summary>Pass the second factor.</summary>
    public static SmsChannel VerifyMfa { get; } = new(ChannelName.VerifyMfa);

    /// <summary>Remove the phone as a second factor.</summary>
    public static SmsChannel UnbindMfa { get; } = new(ChannelName.UnbindMfa);

    /// <summary>Supply a missing phone number while signing up or in.</summary>
    public static SmsChannel CompletePhone { get; } = new(ChannelName.CompletePhone);

    /// <summary>Real-name authentication.</summary>
    public static SmsChannel IdentityVerification { get; } = new(ChannelName.IdentityVerification);

    /// <summary>Delete the account.</summary>
    public static SmsChannel DeleteAccount { get; } = new(ChannelName.DeleteAccount);

    /// <summary>The wire value; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Names a channel by its wire value. Never throws: text that cannot be a channel becomes <c>default</c>, which every operation refuses.</summary>
    /// <param name="value">The wire value, <c>CHANNEL_LOGIN</c> for example: 1 to 64 ASCII letters, digits and underscores, a letter first.</param>
    public static implicit operator SmsChannel(string value) => value is not null && ChannelName.IsValid(value) ? new SmsChannel(value) : default;

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

    /// <summary>The wire value of a channel that an operation was given.</summary>
    internal static string Check(SmsChannel channel, string parameterName) => channel == default
        ? throw new ArgumentException("A channel is required: SmsChannel.Login, for example. An unset one is never taken for a login, and text that cannot be a channel is an unset one.", parameterName)
        : channel.Value;

    /// <summary>Only documented channels are named in telemetry, because a caller may make up any number of others.</summary>
    internal static string ToTelemetryName(string value) => ChannelName.IsDocumented(value) ? value : "_OTHER";
}
