using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/update-phone</c>, and all that is known of the operation.</summary>
internal readonly record struct UpdatePhoneDto(
    [property: JsonPropertyName("updatePhoneToken")] string UpdatePhoneToken)
{
    public static readonly Operation<GenAuthResponse> Operation = new("UpdatePhone", "/api/v3/update-phone", GenAuthResponse.CreateWithoutData)
    {
        Text = new OutcomeText(
            notProcessed: "The phone number was not changed.",
            unknown: "The phone number may have been changed and the token used: look at the account before beginning anew.",
            processed: "The phone number was changed."),
    };

    public static UpdatePhoneDto Create(string updatePhoneToken) => new(Guard.Text(updatePhoneToken, LongestText.Token, nameof(updatePhoneToken)));
}
