using Microsoft.AspNetCore.Http;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>Tells requests for this machine from those of a page that pointed its own name here (DNS rebinding).</summary>
internal sealed class HostFilter
{
    public const string Refusal = """{"statusCode":421,"message":"The emulator answers requests for localhost, 127.0.0.1, [::1] and GenAuthEmulatorOptions.AllowedHosts."}""";

    private readonly HashSet<string> _allowed;

    public HostFilter(IEnumerable<string> namedHosts) => _allowed = new HashSet<string>([.. namedHosts, "localhost", "127.0.0.1", "[::1]"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a <c>Host</c> header names this machine. The port does not matter: it may be forwarded.</summary>
    public bool Allows(HostString host) => host.HasValue && _allowed.Contains(host.Host);
}
