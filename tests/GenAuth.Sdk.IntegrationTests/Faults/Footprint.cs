using System.Net.NetworkInformation;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>What this process holds on to.</summary>
internal readonly record struct Footprint(long Timers, long Bytes)
{
    public static Footprint Take()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return new Footprint(Timer.ActiveCount, GC.GetTotalMemory(forceFullCollection: true));
    }

    /// <summary>Connections of clients to a local port that are not over for both sides.</summary>
    public static int ConnectionsTo(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Count(connection =>
        connection.RemoteEndPoint.Port == port
        && connection.State is not (TcpState.TimeWait or TcpState.Closed));
}
