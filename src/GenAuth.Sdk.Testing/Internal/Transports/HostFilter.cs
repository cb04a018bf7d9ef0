using System.Net;

using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>Tells requests for this machine from those of a page that pointed its own name here (DNS rebinding).</summary>
internal sealed class HostFilter
{
    public const string Refusal = """{"statusCode":421,"message":"The emulator answers requests for localhost, 127.0.0.1, [::1] and GenAuthEmulatorOptions.AllowedHosts."}""";

    private readonly HashSet<string> _allowed;
    private readonly bool _allowsOwnAddress;

    public HostFilter(ListenAddress address, IEnumerable<string> namedHosts)
    {
        _allowed = new HashSet<string>([.. namedHosts, "localhost", "127.0.0.1", "[::1]"], StringComparer.OrdinalIgnoreCase);
        if (address.Name is { } name)
            _allowed.Add(name);
        _allowsOwnAddress = !address.IsLoopback;
    }

    /// <summary>Whether a <c>Host</c> header names this machine. The port does not matter: it may be forwarded.</summary>
    public bool Allows(HttpContext context)
    {
        HostString host = context.Request.Host;
        return host.HasValue && (_allowed.Contains(host.Host) || (_allowsOwnAddress && IsOwnAddress(host.Host, context.Connection.LocalIpAddress)));
    }

    // A page that points its own name here cannot have an address in the header.
    private static bool IsOwnAddress(string host, IPAddress? local) =>
        IPAddress.TryParse(host, out IPAddress? address) && local is not null && address.MapToIPv6().Equals(local.MapToIPv6());
}
