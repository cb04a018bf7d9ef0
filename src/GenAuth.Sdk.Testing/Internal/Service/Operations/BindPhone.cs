namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Gives a user who has no phone number one that nobody has.</summary>
internal sealed class BindPhone : PhoneCodeOperation
{
    public BindPhone(ServiceState state)
        : base(state, "BindPhone", "/api/v3/bind-phone", SmsChannel.BindPhone, new CodeFields(null, "phoneNumber")) => NeedsUser = true;

    protected override WireResponse? CheckUser(ServiceRequest request)
    {
        if (FindOwner(request) is not null)
            return request.Fail(499, GenAuthApiCodes.PhoneAlreadyBound);
        return request.SignedIn!.User.PhoneNumber is null ? null : request.Fail(499, GenAuthApiCodes.PhoneChangeRequired);
    }

    protected override WireResponse Complete(ServiceRequest request)
    {
        State.Users.Change(request.SignedIn!.User with { PhoneCountryCode = request.Phone!.CountryCode, PhoneNumber = request.Phone.Number });
        return request.Succeed();
    }
}
