namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Sends a code.</summary>
internal sealed class SendSms : EmulatedOperation
{
    private readonly ServiceState _state;

    public SendSms(ServiceState state)
        : base("SendSms", "/api/v3/send-sms") => _state = state;

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

        Recipient recipient = request.Recipient;
        if (recipient.PhoneCountryCode != CountryCode.China && !_state.Settings.InternationalSms)
            return Decision.Refuse(request.Fail(499, Messages.InternationalSmsDisabled.In(request.Language)));
        if (_state.Cooldowns.IsActive(recipient))
            return Decision.Refuse(request.Fail(422, GenAuthApiCodes.SmsSentTooRecently));

        return Decision.Accept(() => Send(request, recipient));
    }

    private WireResponse Send(ServiceRequest request, Recipient recipient)
    {
        _state.Cooldowns.Start(recipient);
        _state.Inbox.Deliver(SmsMessage.Create(recipient, _state.Codes.Issue(recipient), _state.Settings.Clock.GetUtcNow(), request));
        return request.Succeed();
    }
}
