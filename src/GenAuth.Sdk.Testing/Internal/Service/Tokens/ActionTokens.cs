using System.Security.Cryptography;

namespace GenAuth.Sdk.Testing.Internal.Service.Tokens;

/// <summary>The tokens that the first step of an operation hands to the second: good once, and for a while.</summary>
internal sealed class ActionTokens : IDisposable
{
    /// <summary>How long a token is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(300);

    private const int Digits = 64;

    private readonly ExpiringMap<string, ActionGrant> _grants;

    public ActionTokens(object gate, TimeProvider clock) => _grants = new ExpiringMap<string, ActionGrant>(gate, Lifetime, clock);

    public string Issue(ActionGrant grant)
    {
        string token = RandomNumberGenerator.GetHexString(Digits, lowercase: true);
        _grants.Set(token, grant);
        return token;
    }

    /// <summary>What a token is good for in this request; null when it is none, expired or used, or of another operation, application or user.</summary>
    public ActionGrant? Find(string token, ServiceRequest request) =>
        _grants.TryGet(token, out ActionGrant grant)
        && grant.Operation == request.Operation!.Name
        && grant.AppId == request.AppId
        && (request.SignedIn is null || grant.UserId == request.SignedIn.User.UserId)
            ? grant
            : null;

    public void Use(string token) => _grants.Remove(token);

    public void Clear() => _grants.Clear();

    public void Dispose() => _grants.Dispose();
}
