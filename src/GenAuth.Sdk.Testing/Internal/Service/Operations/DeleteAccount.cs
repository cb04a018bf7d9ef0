using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Removes a user. Access tokens of the user are good for nothing from then on.</summary>
internal sealed class DeleteAccount : ActionOperation
{
    public DeleteAccount(ServiceState state)
        : base(state, "DeleteAccount", "/api/v3/delete-account", "deleteAccountToken") => NeedsUser = true;

    protected override void Complete(ServiceRequest request, ActionGrant grant, EmulatedUser user) => State.Users.Remove(user);
}
