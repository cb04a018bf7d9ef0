namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>
/// The one place that decides: a request in, a reply out, one at a time. Both front ends ask it, so that a test without
/// sockets meets the same service as one with them.
/// </summary>
internal sealed class EmulatedService
{
    private readonly object _gate = new();
    private readonly EmulatorSettings _settings;
    private readonly Refusals _refusals;
    private readonly ResendWindows _windows;
    private readonly Faults _faults;
    private readonly SmsInbox _inbox;
    private readonly IssuedCodes _codes;
    private int _requestCount;

    public EmulatedService(EmulatorSettings settings, KnownApplications applications, Faults faults, SmsInbox inbox, IssuedCodes codes)
    {
        _settings = settings;
        _windows = new ResendWindows(settings.ResendWindow, settings.Clock);
        _refusals = new Refusals(settings, applications, _windows);
        _faults = faults;
        _inbox = inbox;
        _codes = codes;
    }

    public int RequestCount => Volatile.Read(ref _requestCount);

    public Reply Decide(ReceivedRequest request)
    {
        lock (_gate)
        {
            string requestId = Guid.NewGuid().ToString();
            Language language = request.LanguageTag is { } tag ? Languages.Of(tag) : _settings.DefaultLanguage;
            SmsRequest? sms = SmsRequest.Read(request.Body.Bytes);
            Fault? fault = _faults.Take(CallFor(request, sms), out bool fromQueue);

            if (fault is { StandsBefore: true, AcceptsSms: false })
                return fault.ReplyIn(language, requestId);

            if (_refusals.Find(request, sms, language) is { } refusal)
            {
                if (fault is { StandsBefore: true })
                    return fault.ReplyIn(language, requestId);
                if (fault is not null && fromQueue)
                    _faults.PutBack(fault);
                return refusal.ToReply(requestId);
            }

            if (fault is null or { AcceptsSms: true })
                Accept(request, sms!, requestId);
            return fault?.ReplyIn(language, requestId) ?? Answer.Of(200, apiCode: null, language).ToReply(requestId);
        }
    }

    private EmulatedCall CallFor(ReceivedRequest request, SmsRequest? sms) => new(++_requestCount, request.Method, request.Path)
    {
        AppId = request.AppId,
        Channel = sms?.Channel is { } channel && Channels.IsKnown(channel) ? new SmsChannel(channel) : (SmsChannel?)null,
        PhoneNumber = sms?.PhoneNumber,
        PhoneCountryCode = sms?.PhoneCountryCode,
    };

    private void Accept(ReceivedRequest request, SmsRequest sms, string requestId)
    {
        Recipient recipient = sms.RecipientFor(request.AppId!);
        _windows.Close(recipient);
        _inbox.Deliver(new SmsMessage
        {
            Channel = new SmsChannel(recipient.Channel),
            PhoneNumber = recipient.PhoneNumber,
            PhoneCountryCode = recipient.PhoneCountryCode,
            Code = _codes.Issue(recipient),
            At = _settings.Clock.GetUtcNow(),
            AppId = recipient.AppId,
            RequestId = requestId,
            AccessToken = request.AccessToken,
            ClientIp = request.ClientIp,
            Language = request.LanguageTag,
        });
    }
}
