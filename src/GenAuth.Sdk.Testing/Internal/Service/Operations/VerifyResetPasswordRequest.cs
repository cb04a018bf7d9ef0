using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Begins the reset of the password of whoever has the phone number.</summary>
internal sealed class VerifyResetPasswordRequest : PhoneCodeOperation
{
    public VerifyResetPasswordRequest(ServiceState state)
        : base(state, "VerifyResetPasswordRequest", "/api/v3/verify-reset-password-request", SmsChannel.ResetPassword, new CodeFields("phonePassCodePayload", "phoneNumber"))
    {
    }

    protected override string? FindOtherError(JsonBody body) => body.FindOther("verifyMethod", "PHONE_PASSCODE");

    protected override WireResponse? CheckUser(ServiceRequest request) => FindOwner(request) is null ? request.Fail(499, GenAuthApiCodes.UserNotFound) : null;

    protected override WireResponse Complete(ServiceRequest request)
    {
        string token = State.ActionTokens.Issue(new ActionGrant("ResetPassword", request.AppId!, FindOwner(request)!.UserId));
        return request.SucceedWithToken("passwordResetToken", token);
    }
}
