using System.Globalization;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>
/// The promises under fire. <c>GENAUTH_CHAOS_SENDS</c> and <c>GENAUTH_CHAOS_SEED</c> make it longer and different:
/// <c>GENAUTH_CHAOS_SENDS=20000 dotnet run --project tests/GenAuth.Sdk.IntegrationTests -- -class "*ChaosTests" -showLiveOutput</c>.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ChaosTests
{
    private const int DefaultSends = 1500;
    private const int DefaultSeed = 5550100;
    private const int Megabyte = 1024 * 1024;
    private const int Patience = 600_000;

    private readonly ITestOutputHelper _output;

    public ChaosTests(ITestOutputHelper output) => _output = output;

    private static int Sends => Number("GENAUTH_CHAOS_SENDS", DefaultSends);

    private static int Seed => Number("GENAUTH_CHAOS_SEED", DefaultSeed);

    [Fact(Timeout = Patience)]
    public async Task No_send_breaks_a_promise_or_leaves_anything_behind()
    {
        Footprint before = await FootprintAfterSmallRunAsync();
        ChaosReport report = await new ChaosRun(Seed, Sends).RunAsync(TestContext.Current.CancellationToken);
        Footprint after = await FootprintAfterSmallRunAsync();

        Print(report);
        _output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"timers {before.Timers} -> {after.Timers}, objects {before.Bytes / 1024:N0} KB -> {after.Bytes / 1024:N0} KB, large buffers {before.LargeBytes / 1024:N0} KB -> {after.LargeBytes / 1024:N0} KB"));
        Assert.Empty(report.Violations);
        Assert.Equal(1, report.MostSmsPerCall);
        Assert.InRange(report.Connections, 0, 2 * ChaosRun.InFlight);
        Assert.InRange(after.Timers - before.Timers, long.MinValue, 16);
        Assert.InRange(after.Bytes - before.Bytes, long.MinValue, 8 * Megabyte);
        Assert.InRange(after.LargeBytes - before.LargeBytes, long.MinValue, 64 * Megabyte);
    }

    [Fact(Timeout = Patience)]
    public async Task Retrying_unknown_outcomes_costs_second_SMSes_where_no_minute_rule_holds_them_back()
    {
        ChaosReport report = await new ChaosRun(Seed, Sends, retryUnknownOutcomes: true, hasResendWindow: false).RunAsync(TestContext.Current.CancellationToken);

        Print(report);
        Assert.Empty(report.Violations);
        Assert.InRange(report.MostSmsPerCall, 2, 1 + ChaosRun.MaxRetries);
        Assert.Contains("second SMSes: " + report.SecondSms.ToString(CultureInfo.InvariantCulture), report.ToString(), StringComparison.Ordinal);
        Assert.True(report.SecondSms >= report.CallsWithSecondSms && report.CallsWithSecondSms > 0);
    }

    [Fact(Timeout = Patience)]
    public async Task Retrying_unknown_outcomes_sends_no_second_SMS_within_the_minute_rule()
    {
        ChaosReport report = await new ChaosRun(Seed, Sends, retryUnknownOutcomes: true).RunAsync(TestContext.Current.CancellationToken);

        Print(report);
        Assert.Empty(report.Violations);
        Assert.Equal(1, report.MostSmsPerCall);
    }

    // Whatever is made once is made here, and what lingers of the last run is that of a small one both times.
    private static async Task<Footprint> FootprintAfterSmallRunAsync()
    {
        await new ChaosRun(Seed, ChaosRun.InFlight * 4).RunAsync(TestContext.Current.CancellationToken);
        return Footprint.Take();
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private void Print(ChaosReport report) => _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}\n{report}"));

    /// <summary>By itself: what other tests hold on to would be counted.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;
}
