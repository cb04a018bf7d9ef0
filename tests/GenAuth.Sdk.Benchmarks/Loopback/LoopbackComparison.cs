using GenAuth.Sdk.Benchmarks.Contenders;

namespace GenAuth.Sdk.Benchmarks.Loopback;

/// <summary>Sends over real connections to a server in another process: what a user feels.</summary>
internal static class LoopbackComparison
{
    private const int InFlight = 64;

    public static async Task<Table> RunAsync(bool quick)
    {
        int rounds = quick ? 3 : 9;
        TimeSpan alone = TimeSpan.FromSeconds(quick ? 0.2 : 0.5);
        // It takes the JIT so long until what everybody shares and what each adds is compiled for speed.
        TimeSpan warmUp = TimeSpan.FromSeconds(quick ? 1 : 7);
        TimeSpan together = TimeSpan.FromSeconds(quick ? 0.5 : 1.5);

        using ServerProcess server = await ServerProcess.StartAsync();
        IReadOnlyList<(string Name, IContender Contender)> lineup = Lineup.Create(server.Address);
        foreach ((_, IContender contender) in lineup)
            await Measured.RunAsync(contender, InFlight, warmUp);

        // Round by round, so that whatever else the machine does falls on everybody alike.
        var runs = lineup.ToDictionary(entry => entry.Name, _ => new List<(Measured Alone, Measured Together)>());
        for (int round = 0; round < rounds; round++)
        {
            foreach ((string name, IContender contender) in lineup)
                runs[name].Add((await Measured.RunAsync(contender, 1, alone), await Measured.RunAsync(contender, InFlight, together)));
        }

        return Compare(runs, rounds);
    }

    private static Table Compare(Dictionary<string, List<(Measured Alone, Measured Together)>> runs, int rounds)
    {
        var table = new Table(
            $"Loopback, medians of {rounds} interleaved rounds, {InFlight} in flight",
            "", "latency alone, us", "ratio", "sends/s", "ratio", "CPU us/send", "ratio", "bytes/send", "ratio");
        List<(Measured Alone, Measured Together)> baseline = runs[Lineup.Baseline];

        foreach ((string name, List<(Measured Alone, Measured Together)> own) in runs)
        {
            List<string> cells = [name];
            AddFigure(cells, own, baseline, "N1", static run => run.Alone.Microseconds);
            AddFigure(cells, own, baseline, "N0", static run => run.Together.PerSecond);
            AddFigure(cells, own, baseline, "N1", static run => run.Together.CpuMicroseconds);
            AddFigure(cells, own, baseline, "N0", static run => run.Together.Bytes);
            table.Add([.. cells]);
        }

        return table;
    }

    // The ratio is taken within each round, and of those the median.
    private static void AddFigure<TRun>(List<string> cells, List<TRun> own, List<TRun> baseline, string format, Func<TRun, double> figure)
    {
        cells.Add(Measured.Median(own.Select(figure)).ToString(format, null));
        cells.Add(Measured.Median(own.Zip(baseline, (mine, theirs) => figure(mine) / figure(theirs))).ToString("0.00", null));
    }
}
