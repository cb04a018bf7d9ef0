namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Takes a user's phone number away, unless the user could not sign in any more.</summary>
internal sealed class UnbindPhone : RedeemingOperation
{
    private const string Code = "passCode";

    public UnbindPhone(ServiceState state)
        : base(state, "UnbindPhone", "/api/v3/unbind-phone", SmsChannel.UnbindPhone) => NeedsUser = true;

    protected override string? FindError(JsonBody body) => body.FindMissing(Code);

    protected override IEnumerable<SubmittedCode> ReadCodes(ServiceRequest request) => [new(request.GetRecipientOfUser(), request.Body.GetText(Code)!)];

    protected override WireResponse? CheckUser(ServiceRequest request) =>
        HasOtherSignIn(request.SignedIn!.User) ? null : request.Fail(499, GenAuthApiCodes.OnlySignInMethod);

    protected override WireResponse Complete(ServiceRequest request)
    {
        State.Users.Change(request.SignedIn!.User with { PhoneCountryCode = null, PhoneNumber = null });
        return request.Succeed();
    }

    // An email address receives codes; a user name needs a password.
    private static bool HasOtherSignIn(EmulatedUser user) => user.Email is not null || user is { Username: not null, Password: not null };
}
