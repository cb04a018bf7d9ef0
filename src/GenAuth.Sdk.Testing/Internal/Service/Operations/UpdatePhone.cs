using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Changes a user's phone number, unless somebody else has got the new one in the meantime.</summary>
internal sealed class UpdatePhone : ActionOperation
{
    public UpdatePhone(ServiceState state)
        : base(state, "UpdatePhone", "/api/v3/update-phone", "updatePhoneToken") => NeedsUser = true;

    protected override WireResponse? CheckUser(ServiceRequest request, ActionGrant grant) =>
        State.Users.FindExact(grant.Recipient!.PhoneCountryCode, grant.Recipient.PhoneNumber) is null ? null : request.Fail(499, GenAuthApiCodes.PhoneAlreadyBound);

    protected override void Complete(ServiceRequest request, ActionGrant grant, EmulatedUser user) =>
        State.Users.Change(user with { PhoneCountryCode = grant.Recipient!.PhoneCountryCode, PhoneNumber = grant.Recipient.PhoneNumber });
}
