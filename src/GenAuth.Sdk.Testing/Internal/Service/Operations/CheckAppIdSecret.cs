namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Says whether a secret is an application's. The official Go client asks that before anything else.</summary>
internal sealed class CheckAppIdSecret : EmulatedOperation
{
    private readonly ServiceState _state;

    public CheckAppIdSecret(ServiceState state)
        : base("CheckAppIdSecret", "/api/v3/check-app-id-secret")
    {
        _state = state;
        NeedsApplication = false;
    }

    public override Decision Decide(ServiceRequest request)
    {
        if (request.Body.GetText("appId") is not { } appId)
            return Decision.Refuse(request.Fail(400, "appId must be a string and is required."));

        bool isValid = _state.Applications.IsSecret(appId, request.Body.GetText("appSecret"));
        return Decision.Accept(() => request.Succeed(data => data.WriteBoolean("valid", isValid)));
    }
}
