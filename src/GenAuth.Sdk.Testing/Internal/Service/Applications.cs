namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The applications that exist, all of one user pool and with one secret.</summary>
internal sealed class Applications
{
    private readonly object _gate = new();
    private readonly HashSet<string> _appIds = new(StringComparer.Ordinal);
    private readonly string _userPoolId;
    private readonly string _appIdOfPool;
    private readonly string? _secret;

    public Applications(EmulatorSettings settings)
    {
        _appIds.Add(settings.AppId);
        _appIds.UnionWith(settings.OtherAppIds);
        _userPoolId = settings.UserPoolId;
        _appIdOfPool = settings.AppId;
        _secret = settings.AppSecret;
    }

    public void Add(string appId)
    {
        lock (_gate)
            _appIds.Add(appId);
    }

    public bool Has(string appId)
    {
        lock (_gate)
            return _appIds.Contains(appId);
    }

    /// <summary>The application that stands for a user pool; null when there is no such pool.</summary>
    public string? FindByUserPool(string userPoolId) => userPoolId == _userPoolId ? _appIdOfPool : null;

    /// <summary>Whether a request proves that it comes from an application. Without a configured secret none need to.</summary>
    public bool Authenticates(string appId, string? clientId, string? clientSecret) => _secret is null || (clientId == appId && clientSecret == _secret);

    /// <summary>Whether a secret is an application's. Without a configured secret each is, and none too.</summary>
    public bool IsSecret(string appId, string? secret) => Has(appId) && (_secret is null || secret == _secret);
}
