using GenAuth.Sdk.Testing.Internal.Service.Tokens;

namespace GenAuth.Sdk.Testing.Internal.Service.Operations;

/// <summary>Sets a user's password. It takes plain passwords, whatever <c>passwordEncryptType</c> says, because the C# client always says one.</summary>
internal sealed class ResetPassword : ActionOperation
{
    private const string Password = "password";

    public ResetPassword(ServiceState state)
        : base(state, "ResetPassword", "/api/v3/reset-password", "passwordResetToken")
    {
    }

    protected override string? FindOtherError(JsonBody body) => body.FindMissing(Password);

    protected override void Complete(ServiceRequest request, ActionGrant grant, EmulatedUser user) =>
        State.Users.Change(user with { Password = new PasswordHash(request.Body.GetText(Password)!) });
}
