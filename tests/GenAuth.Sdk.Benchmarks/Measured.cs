using System.Diagnostics;

using GenAuth.Sdk.Benchmarks.Contenders;
using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks;

/// <summary>What a stretch of sends took: wall clock, CPU and memory of this process, per send.</summary>
internal readonly record struct Measured(double Microseconds, double CpuMicroseconds, double Bytes)
{
    public double PerSecond => 1e6 / Microseconds;

    /// <summary>Sends for <paramref name="duration"/>, at most <paramref name="most"/> times, <paramref name="inFlight"/> at once.</summary>
    public static async Task<Measured> RunAsync(IContender contender, int inFlight, TimeSpan duration, int most = 2_000_000)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        long sent = 0;

        async Task SendUntilDoneAsync()
        {
            while (Stopwatch.GetElapsedTime(start) < duration && Interlocked.Increment(ref sent) <= most)
            {
                Task send = contender.SendAsync();
                await send;
                if (!Exchange.Succeeded(send))
                    throw new InvalidOperationException("The send did not return the documented success.");
            }
        }

        if (inFlight == 1)
            await SendUntilDoneAsync();
        else
            await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(SendUntilDoneAsync)));

        sent = Math.Min(sent, most);
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        double spent = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds;
        return new Measured(elapsed / sent, spent / sent, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / sent);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
