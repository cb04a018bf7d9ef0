using System.Net;
using System.Net.Sockets;

namespace GenAuth.Sdk.AspNetCore.Internal.Numbers;

/// <summary>The address of a client, as ASP.NET Core sees it after forwarded headers were applied.</summary>
internal static class ClientAddress
{
    private const int SubscriberBytes = 8;
    private const int SiteBytes = 6;
    private const int NetworkBytes = 3;

    /// <summary>The address, an IPv4 one that a dual-stack socket shows as IPv6 as what it is.</summary>
    public static IPAddress? Normalize(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    /// <summary>What counts as one client: an IPv4 address, or the 64 bits that an IPv6 subscriber gets. All without an address are one.</summary>
    public static string GetClient(IPAddress? address) => address switch
    {
        null => "none",
        { AddressFamily: AddressFamily.InterNetworkV6 } => Cut(address, SubscriberBytes) + "/64",
        _ => address.ToString(),
    };

    /// <summary>The network of the address, too wide to point at a person.</summary>
    public static string? GetNetwork(IPAddress? address) => address switch
    {
        null => null,
        { AddressFamily: AddressFamily.InterNetworkV6 } => Cut(address, SiteBytes) + "/48",
        _ => Cut(address, NetworkBytes) + "/24",
    };

    private static string Cut(IPAddress address, int bytes)
    {
        byte[] all = address.GetAddressBytes();
        all.AsSpan(bytes).Clear();
        return new IPAddress(all).ToString();
    }
}
