using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

using Perfolizer.Horology;

namespace GenAuth.Sdk.Benchmarks.InMemory;

/// <summary>
/// Runs <see cref="InMemorySends"/> for the bytes, which are exact.
/// Its rows are timed minutes apart: for ratios of time see <see cref="InterleavedRounds"/>.
/// </summary>
internal static class InMemoryComparison
{
    public static Table Run(bool quick)
    {
        // In this process: nothing is built again, and every row runs the very same code.
        Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
        job = quick
            ? job.WithWarmupCount(2).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(250))
            : job.WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(500));

        ManualConfig config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "genauth-benchmarks"));

        Summary summary = BenchmarkRunner.Run<InMemorySends>(config);
        BenchmarkReport baseline = summary.Reports.Single(report => report.BenchmarkCase.Descriptor.Baseline);
        double baselineBytes = Bytes(baseline);

        var table = new Table("In memory, BenchmarkDotNet", "per send", "bytes", "ratio");
        foreach (BenchmarkReport report in summary.Reports.OrderBy(Bytes))
            table.Add(report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\''), $"{Bytes(report):N0}", $"{Bytes(report) / baselineBytes:0.00}");

        return table;
    }

    private static double Bytes(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? double.NaN;
}
