namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>An operation that takes a code together with the number that received it.</summary>
internal abstract class PhoneCodeOperation : RedeemingOperation
{
    private readonly CodeFields _fields;

    /// <param name="state">What the service remembers.</param>
    /// <param name="name">The name that the SDK gives the operation.</param>
    /// <param name="path">Its path.</param>
    /// <param name="channel">What the codes that it takes were requested for.</param>
    /// <param name="fields">Where number and code are.</param>
    protected PhoneCodeOperation(ServiceState state, string name, string path, SmsChannel channel, CodeFields fields)
        : base(state, name, path, channel) => _fields = fields;

    public sealed override PhoneField ReadPhone(JsonBody body) => _fields.ReadPhone(body);

    protected sealed override string? FindError(JsonBody body) => FindOtherError(body) ?? _fields.FindError(body);

    protected override IEnumerable<SubmittedCode> ReadCodes(ServiceRequest request) => [new(request.Recipient, _fields.ReadCode(request.Body))];

    /// <summary>What is wrong with the members besides number and code, in English; null when nothing is.</summary>
    protected virtual string? FindOtherError(JsonBody body) => null;

    /// <summary>The user whose number it is; null when it is nobody's.</summary>
    protected EmulatedUser? FindOwner(ServiceRequest request) => State.Users.FindExact(request.Phone!.CountryCode!, request.Phone.Number!);
}
