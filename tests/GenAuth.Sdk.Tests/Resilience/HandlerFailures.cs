using System.Net.Sockets;

namespace GenAuth.Sdk.Tests.Resilience;

/// <summary>What the platform's own handler throws.</summary>
internal static class HandlerFailures
{
    public static Exception NoSuchHost { get; } = new HttpRequestException(HttpRequestError.NameResolutionError, "no such host");

    public static Exception Refused { get; } =
        new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));

    public static Exception ProxyTunnel { get; } = new HttpRequestException(HttpRequestError.ProxyTunnelError, "proxy");

    public static Exception Handshake { get; } = new HttpRequestException(HttpRequestError.SecureConnectionError, "tls", new IOException("eof"));

    public static Exception Reset { get; } = new HttpRequestException(HttpRequestError.ResponseEnded, "reset");
}
