using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/pre-check-code</c>, and all that is known of the operation.</summary>
internal readonly record struct PreCheckCodeDto(
    [property: JsonPropertyName("codeType")] string CodeType,
    [property: JsonPropertyName("smsCodePayload")] PreCheckCodeDto.PreCheckCodePayload SmsCodePayload)
{
    public static readonly Operation<PreCheckCodeRespDto> Operation = new("PreCheckCode", "/api/v3/pre-check-code", PreCheckCodeRespDto.Create)
    {
        UnknownOutcomeRetry = UnknownOutcomeRetry.Always,
        Text = new OutcomeText(
            notProcessed: "The code was not checked.",
            unknown: "The code may have been checked, which does not use it up: asking again is safe.",
            processed: "The code was checked, but the answer does not say how."),
    };

    public static PreCheckCodeDto Create(SmsChannel channel, string phoneNumber, string passCode, string? phoneCountryCode)
    {
        PhoneNumber number = PhoneNumberRules.Check(phoneNumber, phoneCountryCode);
        return new("SMS", new PreCheckCodePayload(number.NationalNumber, PassCode.Check(passCode, nameof(passCode)), number.CountryCode, SmsChannel.Check(channel, nameof(channel))));
    }

    internal readonly record struct PreCheckCodePayload(
        [property: JsonPropertyName("phone")] string Phone,
        [property: JsonPropertyName("passCode")] string PassCode,
        [property: JsonPropertyName("phoneCountryCode")] string? PhoneCountryCode,
        [property: JsonPropertyName("channel")] string Channel);
}
