namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>An operation that takes a code. It asks for the code before it says anything of a user, and only its success uses the code up.</summary>
internal abstract class RedeemingOperation : EmulatedOperation
{
    private const string Code = "passCode";

    private readonly string _channel;
    private readonly string _payload;
    private readonly string _phone;

    /// <param name="state">What the service remembers.</param>
    /// <param name="name">The name that the SDK gives the operation.</param>
    /// <param name="path">Its path.</param>
    /// <param name="channel">What the codes that it takes were requested for.</param>
    /// <param name="payload">The member with the number and the code.</param>
    /// <param name="phone">The member in it with the number.</param>
    protected RedeemingOperation(ServiceState state, string name, string path, SmsChannel channel, string payload, string phone)
        : base(name, path)
    {
        State = state;
        _channel = channel.Value;
        _payload = payload;
        _phone = phone;
    }

    protected ServiceState State { get; }

    public sealed override string ReadChannel(JsonBody body) => _channel;

    public sealed override PhoneField ReadPhone(JsonBody body) => PhoneField.Read(body.GetObject(_payload), _phone);

    public sealed override Decision Decide(ServiceRequest request)
    {
        JsonBody payload = request.Body.GetObject(_payload);
        string? code = payload.GetText(Code);
        string? codeError = code is null ? payload.NameOf(Code) + " must be a string and is required." : null;
        if ((FindError(request.Body) ?? request.Phone!.Error ?? codeError) is { } error)
            return Decision.Refuse(request.Fail(400, error));
        if (CheckApplication(request) is { } notAuthenticated)
            return Decision.Refuse(notAuthenticated);

        Recipient recipient = request.Recipient;
        if (!State.Codes.Matches(recipient, code!))
            return Decision.Refuse(() => RefuseCode(request, recipient));
        if (CheckUser(request) is { } refusal)
            return Decision.Refuse(refusal);

        return Decision.Accept(() =>
        {
            State.Codes.Use(recipient);
            return Complete(request);
        });
    }

    /// <summary>What is wrong with the members besides number and code, in English; null when nothing is.</summary>
    protected abstract string? FindError(JsonBody body);

    /// <summary>The refusal of an application that did not authenticate itself; null when it did, or need not.</summary>
    protected virtual WireResponse? CheckApplication(ServiceRequest request) => null;

    /// <summary>The refusal of a right code because of its user; null when there is none.</summary>
    protected abstract WireResponse? CheckUser(ServiceRequest request);

    /// <summary>Makes the changes, and creates the response.</summary>
    protected abstract WireResponse Complete(ServiceRequest request);

    private WireResponse RefuseCode(ServiceRequest request, Recipient recipient)
    {
        State.Codes.CountWrongTry(recipient);
        return request.Fail(499, GenAuthApiCodes.CodeWrongOrExpired);
    }
}
