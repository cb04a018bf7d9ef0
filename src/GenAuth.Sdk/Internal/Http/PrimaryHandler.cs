namespace GenAuth.Sdk.Internal.Http;

/// <summary>The connection pools under the clients this package creates.</summary>
internal static class PrimaryHandler
{
    private static readonly Lazy<HttpClient> Shared = CreateShared(useProxy: true);
    private static readonly Lazy<HttpClient> SharedForLoopback = CreateShared(useProxy: false);

    /// <summary>One client for everybody who brings none: any number of <see cref="AuthenticationClient"/>s share its connections.</summary>
    public static HttpClient GetSharedClient(Uri? appHost) => IsLoopback(appHost) ? SharedForLoopback.Value : Shared.Value;

    public static HttpMessageHandler Create(Uri? appHost) => Create(useProxy: !IsLoopback(appHost));

    private static Lazy<HttpClient> CreateShared(bool useProxy) => new(() => new HttpClient(Create(useProxy)) { Timeout = Timeout.InfiniteTimeSpan });

    // A proxy can only take a request for this machine to another one, phone number and token in the clear.
    private static bool IsLoopback(Uri? appHost) => appHost is { IsAbsoluteUri: true, IsLoopback: true };

#if NET
    public static HttpMessageHandler Create(bool useProxy) => new SocketsHttpHandler
    {
        // A singleton must notice when the service moves to another address.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),

        // A 307 would carry a phone number to a host nobody configured.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = useProxy,
    };
#else
    public static HttpMessageHandler Create(bool useProxy) => new HttpClientHandler
    {
        // .NET Framework would let two sends at a time through.
        MaxConnectionsPerServer = int.MaxValue,

        // A 307 would carry a phone number to a host nobody configured.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = useProxy,
    };
#endif
}
