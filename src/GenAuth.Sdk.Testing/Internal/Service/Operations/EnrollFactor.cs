using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Enrolls a phone as a second factor. The token says which phone, and the code that it is the user's.</summary>
internal sealed class EnrollFactor : RedeemingOperation
{
    private const string Token = "enrollmentToken";
    private const string Data = "enrollmentData";
    private const string Code = "passCode";

    public EnrollFactor(ServiceState state)
        : base(state, "EnrollFactor", "/api/v3/enroll-factor", SmsChannel.BindMfa) => NeedsUser = true;

    protected override string? FindError(JsonBody body) => body.FindOther("factorType", "SMS") ?? body.FindMissing(Token) ?? body.GetObject(Data).FindMissing(Code);

    protected override WireResponse? CheckCredentials(ServiceRequest request) =>
        FindGrant(request) is null ? request.Fail(499, Messages.ActionTokenInvalid.In(request.Language)) : null;

    protected override IEnumerable<SubmittedCode> ReadCodes(ServiceRequest request) =>
        [new(FindGrant(request)!.Recipient, request.Body.GetObject(Data).GetText(Code)!)];

    protected override WireResponse? CheckUser(ServiceRequest request) => null;

    protected override WireResponse Complete(ServiceRequest request)
    {
        State.ActionTokens.Use(request.Body.GetText(Token)!);
        State.Users.Change(request.SignedIn!.User with { HasSmsFactor = true });
        return request.Succeed();
    }

    private ActionGrant? FindGrant(ServiceRequest request) => State.ActionTokens.Find(request.Body.GetText(Token)!, request);
}
