using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Begins the deletion of an account.</summary>
internal sealed class VerifyDeleteAccountRequest : PhoneCodeOperation
{
    public VerifyDeleteAccountRequest(ServiceState state)
        : base(state, "VerifyDeleteAccountRequest", "/api/v3/verify-delete-account-request", SmsChannel.DeleteAccount, new CodeFields("phonePassCodePayload", "phoneNumber")) =>
        NeedsUser = true;

    protected override string? FindOtherError(JsonBody body) => body.FindOther("verifyMethod", "PHONE_PASSCODE");

    // A code proves something of the user only where it went to the user's own number.
    protected override WireResponse? CheckUser(ServiceRequest request) =>
        request.Recipient == request.GetRecipientOfUser() ? null : request.Fail(499, GenAuthApiCodes.CodeWrongOrExpired);

    protected override WireResponse Complete(ServiceRequest request)
    {
        string token = State.ActionTokens.Issue(new ActionGrant("DeleteAccount", request.AppId!, request.SignedIn!.User.UserId));
        return request.SucceedWithToken("deleteAccountToken", token);
    }
}
