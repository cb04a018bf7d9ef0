using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>The second step of an operation: it takes the token that the first step handed out, and only its success uses the token up.</summary>
internal abstract class ActionOperation : EmulatedOperation
{
    private readonly string _token;

    /// <param name="state">What the service remembers.</param>
    /// <param name="name">The name that the SDK gives the operation.</param>
    /// <param name="path">Its path.</param>
    /// <param name="token">The member with the token.</param>
    protected ActionOperation(ServiceState state, string name, string path, string token)
        : base(name, path)
    {
        State = state;
        _token = token;
    }

    protected ServiceState State { get; }

    public sealed override Decision Decide(ServiceRequest request)
    {
        if ((request.Body.FindMissing(_token) ?? FindOtherError(request.Body)) is { } error)
            return Decision.Refuse(request.Fail(400, error));

        string token = request.Body.GetText(_token)!;
        if (State.ActionTokens.Find(token, request) is not { } grant || State.Users.FindById(grant.UserId) is not { } user)
            return Decision.Refuse(request.Fail(499, Messages.ActionTokenInvalid.In(request.Language)));
        if (CheckUser(request, grant) is { } refusal)
            return Decision.Refuse(refusal);

        return Decision.Accept(() =>
        {
            State.ActionTokens.Use(token);
            Complete(request, grant, user);
            return request.Succeed(static data => data.WriteBoolean("success", true));
        });
    }

    /// <summary>What is wrong with the members besides the token, in English; null when nothing is.</summary>
    protected virtual string? FindOtherError(JsonBody body) => null;

    /// <summary>The refusal of a good token because of users; null when there is none.</summary>
    protected virtual WireResponse? CheckUser(ServiceRequest request, ActionGrant grant) => null;

    /// <summary>Makes the changes.</summary>
    protected abstract void Complete(ServiceRequest request, ActionGrant grant, EmulatedUser user);
}
