using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/delete-account</c>, and all that is known of the operation.</summary>
internal readonly record struct DeleteAccountDto(
    [property: JsonPropertyName("deleteAccountToken")] string DeleteAccountToken)
{
    public static readonly Operation<GenAuthResponse> Operation = new("DeleteAccount", "/api/v3/delete-account", GenAuthResponse.CreateWithoutData)
    {
        Text = new OutcomeText(
            notProcessed: "The account was not deleted.",
            unknown: "The account may have been deleted: look whether its user can still do something before beginning anew.",
            processed: "The account was deleted."),
    };

    public static DeleteAccountDto Create(string deleteAccountToken) => new(Guard.Text(deleteAccountToken, LongestText.Token, nameof(deleteAccountToken)));
}
