using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Validation;

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
            throw new ArgumentException("A channel is required: SmsChannel.Login, for example. An unset one is never taken for a login, and text that cannot be a channel is an unset one.", nameof(channel));

        PhoneNumber number = PhoneNumberRules.Check(phoneNumber, phoneCountryCode);
        return new SendSMSDto(channel.Value, number.NationalNumber, number.CountryCode);
    }
}
