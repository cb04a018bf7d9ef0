using System.Text;

using GenAuth.Sdk.Testing.Internal;
using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing;

/// <summary>An SMS that the emulator accepted, and what the request for it carried.</summary>
/// <remarks>Its <c>ToString()</c> shows neither number nor code, token or address, so that it can stand in a log.</remarks>
public sealed record SmsMessage
{
    private const int MaxTokenLength = 8 * 1024;

    internal SmsMessage()
    {
    }

    /// <summary>What the code is for.</summary>
    public SmsChannel Channel { get; internal init; }

    /// <summary>The phone number, as it was sent.</summary>
    public string PhoneNumber { get; internal init; } = string.Empty;

    /// <summary>The country code in canonical form, <c>+86</c> for example and when the request had none.</summary>
    public string PhoneCountryCode { get; internal init; } = string.Empty;

    /// <summary>The code that the SMS brings.</summary>
    public string Code { get; internal init; } = string.Empty;

    /// <summary>When it was accepted, by the emulator's clock.</summary>
    public DateTimeOffset At { get; internal init; }

    /// <summary>The application that asked for it; <see cref="GenAuthEmulator.AppId"/> where the request named its user pool only.</summary>
    public string AppId { get; internal init; } = string.Empty;

    /// <summary>The id of the request, as in the answer to it.</summary>
    public string RequestId { get; internal init; } = string.Empty;

    /// <summary>The end user's access token, without <c>Bearer</c>; null when the request had none. Cut at 8,192 characters.</summary>
    public string? AccessToken { get; internal init; }

    /// <summary>The end user's address, as the request named it; null when it did not. Cut at 256 characters.</summary>
    public string? ClientIp { get; internal init; }

    /// <summary>The language that the request named; null when it did not. Cut at 256 characters.</summary>
    public string? Language { get; internal init; }

    /// <summary>The code as the service keeps it, from which its state is known.</summary>
    internal IssuedCode? Issued { get; init; }

    internal static SmsMessage Create(Recipient recipient, IssuedCode issued, DateTimeOffset at, ServiceRequest request) => new()
    {
        Channel = new SmsChannel(recipient.Channel),
        PhoneNumber = recipient.PhoneNumber,
        PhoneCountryCode = recipient.PhoneCountryCode,
        Code = issued.Code,
        Issued = issued,
        At = at,
        AppId = recipient.AppId,
        RequestId = request.RequestId,
        AccessToken = BoundedText.Cut(request.Received.AccessToken, MaxTokenLength),
        ClientIp = BoundedText.Cut(request.Received.ClientIp),
        Language = BoundedText.Cut(request.Received.LanguageTag),
    };

    // Its name and shape are fixed: the generated ToString() calls it.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(FormattableString.Invariant($"Channel = {Channel}, At = {At:O}, AppId = {AppId}, RequestId = {RequestId}"));
        return true;
    }
}
