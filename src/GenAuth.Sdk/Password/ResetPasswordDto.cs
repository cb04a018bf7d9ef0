using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Validation;

namespace GenAuth.Sdk;

/// <summary>The request body of <c>POST /api/v3/reset-password</c>, and all that is known of the operation.</summary>
internal readonly record struct ResetPasswordDto(
    [property: JsonPropertyName("passwordResetToken")] string PasswordResetToken,
    [property: JsonPropertyName("password")] string Password)
{
    public static readonly Operation<GenAuthResponse> Operation = new("ResetPassword", "/api/v3/reset-password", GenAuthResponse.CreateWithoutData)
    {
        Text = new OutcomeText(
            notProcessed: "The password was not changed.",
            unknown: "The password may have been changed and the token used: try the new password before beginning anew.",
            processed: "The password was changed."),
    };

    public static ResetPasswordDto Create(string passwordResetToken, string password) => new(
        Guard.Text(passwordResetToken, LongestText.Token, nameof(passwordResetToken)),
        Guard.Text(password, LongestText.Password, nameof(password)));
}
