namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Sends codes by SMS: to countries that are switched on, and to each recipient one a window.</summary>
internal sealed class CodeSender
{
    private readonly ServiceState _state;

    public CodeSender(ServiceState state) => _state = state;

    /// <summary>The refusal of a recipient; null when an SMS may go out.</summary>
    public WireResponse? FindRefusal(ServiceRequest request)
    {
        Recipient recipient = request.Recipient;
        if (recipient.PhoneCountryCode != CountryCode.China && !_state.Settings.InternationalSms)
            return request.Fail(499, Messages.InternationalSmsDisabled.In(request.Language));
        return _state.Cooldowns.IsActive(recipient) ? request.Fail(422, GenAuthApiCodes.SmsSentTooRecently) : null;
    }

    public void Send(ServiceRequest request)
    {
        Recipient recipient = request.Recipient;
        _state.Cooldowns.Start(recipient);
        _state.Inbox.Deliver(SmsMessage.Create(recipient, _state.Codes.Issue(recipient), _state.Settings.Clock.GetUtcNow(), request));
    }
}
