using GenAuth.Sdk.Benchmarks.Contenders;
using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.InMemory;

/// <summary>The in-memory sends in many short interleaved rounds: the ratios hold on a machine that others use too.</summary>
internal static class InterleavedRounds
{
    private const string Observed = "GenAuth.Sdk, traced and metered";

    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(20);

    public static async Task<Table> RunAsync(int rounds)
    {
        List<(string Name, IContender Contender)> lineup =
        [
            .. Lineup.Create(Exchange.InMemoryHost, static () => new FixedAnswerHandler()),
            (Observed, new SdkContender(Exchange.InMemoryHost, new FixedAnswerHandler())),
        ];
        var times = lineup.ToDictionary(entry => entry.Name, _ => new List<double>());

        // The first half lets the JIT finish.
        for (int round = -rounds; round < rounds; round++)
        {
            foreach ((string name, IContender contender) in lineup)
            {
                using Listener? listener = name == Observed ? new Listener() : null;
                Measured run = await Measured.RunAsync(contender, 1, Stretch);
                if (round >= 0)
                    times[name].Add(run.Microseconds * 1000);
            }
        }

        var table = new Table($"In memory, {rounds} interleaved rounds", "per send", "median ns", "ratio", "best ns", "ratio");
        List<double> baseline = times[Lineup.Baseline];
        foreach ((string name, List<double> own) in times)
        {
            double ratio = Measured.Median(own.Zip(baseline, (mine, theirs) => mine / theirs));
            table.Add(name, $"{Measured.Median(own):N0}", $"{ratio:0.00}", $"{own.Min():N0}", $"{own.Min() / baseline.Min():0.00}");
        }

        return table;
    }
}
