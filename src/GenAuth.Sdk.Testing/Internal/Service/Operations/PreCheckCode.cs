namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Says whether a code could be redeemed, and leaves a right one as it is. A wrong one counts as a try.</summary>
internal sealed class PreCheckCode : EmulatedOperation
{
    private const string Payload = "smsCodePayload";

    private readonly ServiceState _state;

    public PreCheckCode(ServiceState state)
        : base("PreCheckCode", "/api/v3/pre-check-code") => _state = state;

    public override string? ReadChannel(JsonBody body) => body.GetObject(Payload).GetText("channel");

    public override PhoneField ReadPhone(JsonBody body) => PhoneField.Read(body.GetObject(Payload), "phone");

    public override Decision Decide(ServiceRequest request)
    {
        JsonBody payload = request.Body.GetObject(Payload);
        if (FindError(request, payload) is { } error)
            return Decision.Refuse(request.Fail(400, error));

        return Decision.Accept(() => Check(request, payload.GetText("passCode")!));
    }

    private static string? FindError(ServiceRequest request, JsonBody payload)
    {
        if (request.Body.GetText("codeType") != "SMS")
            return "codeType must be SMS.";
        return Channels.FindError(request.Channel, payload.NameOf("channel"))
            ?? request.Phone!.Error
            ?? payload.FindMissing("passCode");
    }

    private WireResponse Check(ServiceRequest request, string code)
    {
        bool isValid = _state.Codes.Matches(request.Recipient, code);
        if (!isValid)
            _state.Codes.CountWrongTry(request.Recipient);

        return request.Succeed(data =>
        {
            data.WriteBoolean("isValid", isValid);
            if (!isValid)
                data.WriteString("message", Messages.CodeWrongOrExpired.In(request.Language));
        });
    }
}
