using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Sends the code with which a user enrolls a phone as a second factor. It shares its window with a code that <see cref="SendSms"/> sends for that.</summary>
internal sealed class SendEnrollFactorRequest : EmulatedOperation
{
    private readonly ServiceState _state;
    private readonly CodeSender _sender;

    public SendEnrollFactorRequest(ServiceState state)
        : base("SendEnrollFactorRequest", "/api/v3/send-enroll-factor-request")
    {
        _state = state;
        _sender = new CodeSender(state);
        NeedsUser = true;
    }

    public override string ReadChannel(JsonBody body) => SmsChannel.BindMfa.Value;

    public override PhoneField ReadPhone(JsonBody body) => PhoneField.Read(body.GetObject("profile"), "phoneNumber");

    public override Decision Decide(ServiceRequest request)
    {
        if ((request.Body.FindOther("factorType", "SMS") ?? request.Phone!.Error) is { } error)
            return Decision.Refuse(request.Fail(400, error));
        if (_sender.FindRefusal(request) is { } refusal)
            return Decision.Refuse(refusal);

        return Decision.Accept(() =>
        {
            _sender.Send(request);
            string token = _state.ActionTokens.Issue(new ActionGrant("EnrollFactor", request.AppId!, request.SignedIn!.User.UserId, request.Recipient));
            return request.Succeed(data => data.WriteString("enrollmentToken", token));
        });
    }
}
