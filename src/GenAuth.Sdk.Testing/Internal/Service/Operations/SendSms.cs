namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Sends a code.</summary>
internal sealed class SendSms : EmulatedOperation
{
    private readonly ServiceState _state;
    private readonly CodeSender _sender;

    public SendSms(ServiceState state)
        : base("SendSms", "/api/v3/send-sms")
    {
        _state = state;
        _sender = new CodeSender(state);
    }

    public override string? ReadChannel(JsonBody body) => body.GetText("channel");

    public override PhoneField ReadPhone(JsonBody body) => PhoneField.Read(body, "phoneNumber");

    public override Decision Decide(ServiceRequest request)
    {
        if (Channels.FindError(request.Channel, "channel") is { } channelError)
            return Decision.Refuse(request.Fail(400, channelError));
        if (request.Phone!.Error is { } phoneError)
            return Decision.Refuse(request.Fail(400, phoneError));

        // Elsewhere a stale token may come along, because nobody looks at it.
        if (Channels.ActsOnUser(request.Channel!) && request.Received.AccessToken is { } token && _state.AccessTokens.Read(token, request.AppId) is null)
            return Decision.Refuse(RefuseStranger(request));

        if (_sender.FindRefusal(request) is { } refusal)
            return Decision.Refuse(refusal);

        return Decision.Accept(() =>
        {
            _sender.Send(request);
            return request.Succeed();
        });
    }
}
