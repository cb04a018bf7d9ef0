namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>An operation that takes codes. It asks for the codes before it says anything of a user, and only its success uses them up.</summary>
internal abstract class RedeemingOperation : EmulatedOperation
{
    private readonly string _channel;

    /// <param name="state">What the service remembers.</param>
    /// <param name="name">The name that the SDK gives the operation.</param>
    /// <param name="path">Its path.</param>
    /// <param name="channel">What the codes that it takes were requested for.</param>
    protected RedeemingOperation(ServiceState state, string name, string path, SmsChannel channel)
        : base(name, path)
    {
        State = state;
        _channel = channel.Value;
    }

    protected ServiceState State { get; }

    public sealed override string ReadChannel(JsonBody body) => _channel;

    public sealed override Decision Decide(ServiceRequest request)
    {
        if (FindError(request.Body) is { } error)
            return Decision.Refuse(request.Fail(400, error));
        if (CheckCredentials(request) is { } notAuthorized)
            return Decision.Refuse(notAuthorized);

        SubmittedCode[] codes = [.. ReadCodes(request)];
        foreach (SubmittedCode code in codes)
        {
            if (!State.Codes.Matches(code))
                return Decision.Refuse(() => RefuseCode(request, code));
        }

        if (CheckUser(request) is { } refusal)
            return Decision.Refuse(refusal);

        return Decision.Accept(() =>
        {
            foreach (SubmittedCode code in codes)
                State.Codes.Use(code.Recipient!);
            return Complete(request);
        });
    }

    /// <summary>What is wrong with the members, in English; null when nothing is.</summary>
    protected abstract string? FindError(JsonBody body);

    /// <summary>The refusal of what authorizes the request besides user token and codes, a client secret for example; null when there is none.</summary>
    protected virtual WireResponse? CheckCredentials(ServiceRequest request) => null;

    /// <summary>The codes that must be right.</summary>
    protected abstract IEnumerable<SubmittedCode> ReadCodes(ServiceRequest request);

    /// <summary>The refusal of right codes because of their user; null when there is none.</summary>
    protected abstract WireResponse? CheckUser(ServiceRequest request);

    /// <summary>Makes the changes, and creates the response.</summary>
    protected abstract WireResponse Complete(ServiceRequest request);

    private WireResponse RefuseCode(ServiceRequest request, SubmittedCode code)
    {
        if (code.Recipient is not null)
            State.Codes.CountWrongTry(code.Recipient);
        return request.Fail(499, GenAuthApiCodes.CodeWrongOrExpired);
    }
}
