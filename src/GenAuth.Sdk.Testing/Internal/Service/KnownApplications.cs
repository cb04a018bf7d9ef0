namespace GenAuth.Sdk.Testing.Internal.Service;

/// <summary>The applications that exist, and the paths below which the endpoint is found.</summary>
internal sealed class KnownApplications
{
    private const string Endpoint = "/api/v3/send-sms";

    private readonly object _gate = new();
    private readonly HashSet<string> _appIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _endpoints = new(StringComparer.Ordinal);

    public KnownApplications(EmulatorSettings settings)
    {
        _appIds.Add(settings.AppId);
        _appIds.UnionWith(settings.OtherAppIds);
        _endpoints.Add(settings.PathBase + Endpoint);
    }

    /// <summary>Makes an application exist that a host under test is configured for, at the address it is configured with.</summary>
    public void Add(string appId, Uri appHost)
    {
        lock (_gate)
        {
            _appIds.Add(appId);
            _endpoints.Add(appHost.AbsolutePath.TrimEnd('/') + Endpoint);
        }
    }

    public bool Has(string appId)
    {
        lock (_gate)
            return _appIds.Contains(appId);
    }

    public bool HasEndpoint(string path)
    {
        lock (_gate)
            return _endpoints.Contains(path);
    }
}
