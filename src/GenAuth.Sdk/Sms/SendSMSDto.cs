using System.Text.Json.Serialization;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/send-sms</c>.</summary>
internal sealed record SendSMSDto(
    [property: JsonPropertyName("channel")] string Channel,
    [property: JsonPropertyName("phoneNumber")] string PhoneNumber,
    [property: JsonPropertyName("phoneCountryCode")] string? PhoneCountryCode)
{
    /// <summary>Checks what a caller passed, so that bad input is named before anything is sent.</summary>
    public static SendSMSDto Create(SmsChannel channel, string phoneNumber, string? phoneCountryCode)
    {
        if (channel == default)
            throw new ArgumentException("A channel is required: SmsChannel.Login, for example. An unset one is never taken for a login.", nameof(channel));

        return new SendSMSDto(
            channel.Value,
            SmsRecipient.CheckPhoneNumber(phoneNumber, nameof(phoneNumber)),
            SmsRecipient.NormalizeCountryCode(phoneCountryCode, nameof(phoneCountryCode)));
    }
}
