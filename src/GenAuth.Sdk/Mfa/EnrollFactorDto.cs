using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/enroll-factor</c> for the phone as a factor, and all that is known of the operation.</summary>
internal readonly record struct EnrollFactorDto(
    [property: JsonPropertyName("factorType")] string FactorType,
    [property: JsonPropertyName("enrollmentToken")] string EnrollmentToken,
    [property: JsonPropertyName("enrollmentData")] EnrollFactorDto.EnrollmentPayload EnrollmentData)
{
    public static readonly Operation<GenAuthResponse> Operation = new("EnrollFactor", "/api/v3/enroll-factor", GenAuthResponse.CreateWithoutData)
    {
        Text = new OutcomeText(
            notProcessed: "The factor was not enrolled.",
            unknown: "The factor may have been enrolled and the code used: look at the account before beginning anew.",
            processed: "The factor was enrolled."),
    };

    public static EnrollFactorDto Create(string enrollmentToken, string passCode) => new(
        "SMS",
        Guard.Text(enrollmentToken, LongestText.Token, nameof(enrollmentToken)),
        new EnrollmentPayload(PassCode.Check(passCode, nameof(passCode))));

    internal readonly record struct EnrollmentPayload([property: JsonPropertyName("passCode")] string PassCode);
}
