using System.Net;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Where to listen, and by which name clients get there.</summary>
internal sealed class ListenAddress
{
    private readonly bool _isName;

    public ListenAddress(string? host, int? port)
    {
        Port = port ?? 0;
        if (host is null || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
            return;

        Name = host;
        _isName = !IPAddress.TryParse(host, out IPAddress? address);
        Ip = address ?? IPAddress.Any;
    }

    public IPAddress Ip { get; } = IPAddress.Loopback;

    /// <summary>The port; 0 for a free one.</summary>
    public int Port { get; }

    /// <summary>What the user named: an address or a name; null for the default.</summary>
    public string? Name { get; }

    public bool IsLoopback => IPAddress.IsLoopback(Ip);

    public static bool IsHost(string host) =>
        Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4 || (IPAddress.TryParse(host, out _) && host[0] != '[');

    /// <summary>The address of a client's requests, once the port is known.</summary>
    public Uri ToUri(string scheme, int port)
    {
        string host = _isName ? Name! : Ip.Equals(IPAddress.Any) ? "127.0.0.1" : Ip.Equals(IPAddress.IPv6Any) ? "::1" : Ip.ToString();
        return new UriBuilder(scheme, host, port).Uri;
    }
}
