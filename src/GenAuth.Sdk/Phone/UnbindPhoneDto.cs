using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/unbind-phone</c>, and all that is known of the operation.</summary>
internal readonly record struct UnbindPhoneDto(
    [property: JsonPropertyName("passCode")] string PassCode)
{
    public static readonly Operation<GenAuthResponse> Operation = new("UnbindPhone", "/api/v3/unbind-phone", GenAuthResponse.CreateWithoutData)
    {
        Text = new OutcomeText(
            notProcessed: "No phone number was removed.",
            unknown: "The phone number may have been removed and the code used: look at the account before asking for a new code.",
            processed: "The phone number was removed."),
    };

    public static UnbindPhoneDto Create(string passCode) => new(Internal.Validation.PassCode.Check(passCode, nameof(passCode)));
}
