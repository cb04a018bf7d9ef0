using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Pages.Events;

/// <summary>An SMS as those who watch the inbox see it: without the token, the address and the language of the request.</summary>
/// <param name="Id">What later events call its code by.</param>
/// <param name="Code">The code.</param>
/// <param name="PhoneNumber">The number, as it was sent.</param>
/// <param name="PhoneCountryCode">The country code.</param>
/// <param name="Channel">What the code is for.</param>
/// <param name="AppId">The application that asked for it.</param>
/// <param name="At">When it was accepted.</param>
/// <param name="State">Whether the code can still be redeemed.</param>
/// <param name="ExpiresAt">When the code's lifetime is over; null for one that never ends.</param>
/// <param name="ResendAt">From when on the recipient gets another SMS; null where there is no window.</param>
internal sealed record InboxMessageJson(
    long Id,
    string Code,
    string PhoneNumber,
    string PhoneCountryCode,
    string Channel,
    string AppId,
    DateTimeOffset At,
    CodeState State,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? ResendAt)
{
    /// <summary>Shows a message. The caller holds <see cref="ServiceState.Gate"/>.</summary>
    public static InboxMessageJson Create(SmsMessage message, ServiceState state)
    {
        IssuedCode issued = message.Issued!;
        TimeSpan window = state.Cooldowns.GetWindow(issued.Recipient);
        return new InboxMessageJson(
            issued.Id,
            message.Code,
            message.PhoneNumber,
            message.PhoneCountryCode,
            message.Channel.Value,
            message.AppId,
            message.At,
            state.Codes.GetState(issued),
            Add(message.At, state.Settings.CodeLifetime),
            window > TimeSpan.Zero ? Add(message.At, window) : null);
    }

    private static DateTimeOffset? Add(DateTimeOffset at, TimeSpan time) => time < DateTimeOffset.MaxValue - at ? at + time : null;
}
