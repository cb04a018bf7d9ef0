using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/send-sms</c>, and all that is known of the operation.</summary>
internal readonly record struct SendSMSDto(
    [property: JsonPropertyName("channel")] string Channel,
    [property: JsonPropertyName("phoneNumber")] string PhoneNumber,
    [property: JsonPropertyName("phoneCountryCode")] string? PhoneCountryCode)
{
    public static readonly Operation<SendSMSRespDto> Operation = new("SendSms", "/api/v3/send-sms", static (in metadata, _) => new SendSMSRespDto(metadata))
    {
        SendsSms = true,
        UnknownOutcomeRetry = UnknownOutcomeRetry.IfOptedIn,
        Text = new OutcomeText(
            notProcessed: "No SMS was sent.",
            unknown: "An SMS may have been sent: sending again may send a second one.",
            processed: "An SMS was sent."),
    };

    /// <summary>Checks what a caller passed, so that bad input is named before anything is sent.</summary>
    public static SendSMSDto Create(SmsChannel channel, string phoneNumber, string? phoneCountryCode)
    {
        PhoneNumber number = PhoneNumberRules.Check(phoneNumber, phoneCountryCode);
        return new SendSMSDto(SmsChannel.Check(channel, nameof(channel)), number.NationalNumber, number.CountryCode);
    }
}
