using System.Net.NetworkInformation;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>What this process holds on to.</summary>
/// <param name="Timers">Timers that are to fire some time.</param>
/// <param name="Bytes">Objects of ordinary size: what a leak would be made of.</param>
/// <param name="LargeBytes">Large objects: buffers that the runtime's pool keeps for half a minute, however many sends there were.</param>
internal readonly record struct Footprint(long Timers, long Bytes, long LargeBytes)
{
    private const int LargeObjects = 3;

    public static Footprint Take()
    {
        // Twice: what has a finalizer is gone only after the second time.
        for (int i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
        }

        ReadOnlySpan<GCGenerationInfo> generations = GC.GetGCMemoryInfo(GCKind.FullBlocking).GenerationInfo;
        long bytes = 0;
        for (int i = 0; i < generations.Length; i++)
            bytes += i == LargeObjects ? 0 : InUse(generations[i]);
        return new Footprint(Timer.ActiveCount, bytes, InUse(generations[LargeObjects]));
    }

    /// <summary>Connections of clients to a local port that are not over for both sides.</summary>
    public static int ConnectionsTo(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Count(connection =>
        connection.RemoteEndPoint.Port == port
        && connection.State is not (TcpState.TimeWait or TcpState.Closed));

    private static long InUse(GCGenerationInfo generation) => generation.SizeAfterBytes - generation.FragmentationAfterBytes;
}
