using GenAuth.Sdk.Benchmarks.Loopback;

namespace GenAuth.Sdk.Benchmarks.Start;

/// <summary>The <c>start</c> mode: what the first send of a program costs, with the JIT compiler or as a native program.</summary>
internal static class StartComparison
{
    public static async Task<Table> RunAsync(int rounds, string? nativeProgram)
    {
        using ServerProcess server = await ServerProcess.StartAsync();
        var times = FirstSend.Ways.ToDictionary(way => way, _ => new List<double>());

        // The first round warms the server and the disk cache.
        for (int round = -1; round < rounds; round++)
        {
            foreach (string way in FirstSend.Ways)
            {
                double time = await FirstSend.MeasureAsync(nativeProgram ?? Environment.ProcessPath!, way, server.Address);
                if (round >= 0)
                    times[way].Add(time);
            }
        }

        var table =
            new Table($"From process start to the first completed send ({(nativeProgram is null ? "JIT" : "Native AOT")}), medians of {rounds}", "", "ms", "ratio");
        List<double> baseline = times[FirstSend.HandWrittenWay];
        foreach ((string way, List<double> own) in times)
            table.Add(way, $"{Measured.Median(own):N1}", $"{Measured.Median(own.Zip(baseline, (mine, theirs) => mine / theirs)):0.00}");
        return table;
    }
}
