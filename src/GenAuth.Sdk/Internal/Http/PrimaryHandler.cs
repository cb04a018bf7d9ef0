namespace GenAuth.Sdk.Internal.Http;

/// <summary>The connection pool under the clients this package creates.</summary>
internal static class PrimaryHandler
{
    private static readonly Lazy<HttpClient> SharedClient = new(
        () => new HttpClient(Create()) { Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>One client for everybody who brings none: any number of <see cref="AuthenticationClient"/>s share its connections.</summary>
    public static HttpClient Shared => SharedClient.Value;

#if NET
    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        // A singleton must notice when the service moves to another address.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),

        // A 307 would carry a phone number to a host nobody configured.
        AllowAutoRedirect = false,
        UseCookies = false,
    };
#else
    public static HttpMessageHandler Create() => new HttpClientHandler
    {
        // .NET Framework would let two sends at a time through.
        MaxConnectionsPerServer = int.MaxValue,

        // A 307 would carry a phone number to a host nobody configured.
        AllowAutoRedirect = false,
        UseCookies = false,
    };
#endif
}
