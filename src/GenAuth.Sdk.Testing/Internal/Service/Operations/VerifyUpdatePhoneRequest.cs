using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Begins the change of a phone number. The old number's code is asked for only where the request names that number, because it depends on the user pool.</summary>
internal sealed class VerifyUpdatePhoneRequest : PhoneCodeOperation
{
    private const string Payload = "phonePassCodePayload";

    private static readonly CodeFields Old = new(Payload, "oldPhoneNumber", "oldPhonePassCode", "oldPhoneCountryCode");

    public VerifyUpdatePhoneRequest(ServiceState state)
        : base(state, "VerifyUpdatePhoneRequest", "/api/v3/verify-update-phone-request", SmsChannel.BindPhone, new CodeFields(Payload, "newPhoneNumber", "newPhonePassCode", "newPhoneCountryCode")) =>
        NeedsUser = true;

    protected override string? FindOtherError(JsonBody body) =>
        body.FindOther("verifyMethod", "PHONE_PASSCODE") ?? (Old.AreIn(body) ? Old.FindError(body) : null);

    protected override IEnumerable<SubmittedCode> ReadCodes(ServiceRequest request)
    {
        IEnumerable<SubmittedCode> codes = base.ReadCodes(request);
        return Old.AreIn(request.Body) ? codes.Append(new(FindOldRecipient(request), Old.ReadCode(request.Body))) : codes;
    }

    protected override WireResponse? CheckUser(ServiceRequest request)
    {
        EmulatedUser? owner = FindOwner(request);
        if (owner is null)
            return null;
        if (owner.UserId != request.SignedIn!.User.UserId)
            return request.Fail(499, GenAuthApiCodes.PhoneAlreadyBound);
        return request.Fail(499, Old.AreIn(request.Body) ? GenAuthApiCodes.PhonesEqual : GenAuthApiCodes.PhoneUnchanged);
    }

    protected override WireResponse Complete(ServiceRequest request)
    {
        string token = State.ActionTokens.Issue(new ActionGrant("UpdatePhone", request.AppId!, request.SignedIn!.User.UserId, request.Recipient));
        return request.SucceedWithToken("updatePhoneToken", token);
    }

    // A number that is not the user's has no code that could be right here.
    private static Recipient? FindOldRecipient(ServiceRequest request)
    {
        PhoneField old = Old.ReadPhone(request.Body);
        EmulatedUser user = request.SignedIn!.User;
        return (old.CountryCode, old.Number) == (user.PhoneCountryCode, user.PhoneNumber)
            ? new Recipient(request.AppId!, old.CountryCode!, old.Number!, SmsChannel.UnbindPhone.Value)
            : null;
    }
}
