namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>Why a request gets no SMS: the service's checks, in its order.</summary>
internal sealed class Refusals
{
    private readonly EmulatorSettings _settings;
    private readonly KnownApplications _applications;
    private readonly ResendWindows _windows;
    private readonly RequestRate _rate;

    public Refusals(EmulatorSettings settings, KnownApplications applications, ResendWindows windows)
    {
        _settings = settings;
        _applications = applications;
        _windows = windows;
        _rate = new RequestRate(settings.RequestsPerSecond, settings.Clock);
    }

    /// <summary>The first check that fails; null when the SMS can be sent.</summary>
    public Answer? Find(ReceivedRequest request, SmsRequest? sms, Language language) =>
        WrongEndpoint(request)
        ?? UnreadableBody(request, sms)
        ?? UnknownApplication(request, language)
        ?? TooManyRequests(language)
        ?? Malformed(sms!)
        ?? Abroad(sms!, language)
        ?? SentTooRecently(request, sms!, language);

    private Answer? WrongEndpoint(ReceivedRequest request) =>
        request.Method == "POST" && _applications.HasEndpoint(request.Path)
            ? null
            : new Answer(404, null, $"Cannot {request.Method} {request.Path}") { HttpStatus = 404, HasRequestId = false };

    private static Answer? UnreadableBody(ReceivedRequest request, SmsRequest? sms)
    {
        if (request.Body.ExceedsLimit)
            return Answer.Of(413, apiCode: null, Language.English);
        return sms is null ? new Answer(400, null, "The request body must be a JSON object.") : null;
    }

    private Answer? UnknownApplication(ReceivedRequest request, Language language)
    {
        if (request.AppId is not { } appId)
            return Answer.Of(499, GenAuthApiCodes.ApplicationIdRequired, language);
        return _applications.Has(appId) ? null : Answer.Of(499, GenAuthApiCodes.ApplicationNotFound, language);
    }

    private Answer? TooManyRequests(Language language) =>
        _rate.TryTake() ? null : Answer.Of(429, apiCode: null, language) with { HasRequestId = false };

    private static Answer? Malformed(SmsRequest sms) =>
        sms.Fault() is { } fault ? new Answer(400, null, fault) : null;

    private Answer? Abroad(SmsRequest sms, Language language) =>
        sms.PhoneCountryCode == CountryCode.China || _settings.InternationalSms
            ? null
            : new Answer(499, null, Texts.InternationalSmsOff.In(language));

    private Answer? SentTooRecently(ReceivedRequest request, SmsRequest sms, Language language) =>
        _windows.IsClosedFor(sms.RecipientFor(request.AppId!))
            ? Answer.Of(422, GenAuthApiCodes.SmsSentTooRecently, language)
            : null;
}
