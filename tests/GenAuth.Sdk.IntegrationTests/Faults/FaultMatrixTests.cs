using System.Globalization;
using System.Text;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>
/// Every fault, over http and over https: what the caller is told, and what really happened to the SMS. To read the table, run
/// this class alone and show its output: <c>dotnet run --project tests/GenAuth.Sdk.IntegrationTests -- -class "*FaultMatrixTests" -showLiveOutput</c>.
/// </summary>
public sealed class FaultMatrixTests
{
    private const int AtOnce = 6;

    private readonly ITestOutputHelper _output;

    public FaultMatrixTests(ITestOutputHelper output) => _output = output;

    [Fact(Timeout = 90_000)]
    public async Task Every_fault_ends_as_the_table_says()
    {
        using var free = new SemaphoreSlim(AtOnce);
        ObservedSend[] matrix = await Task.WhenAll(Lines().Select(async line =>
        {
            await free.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                return await ObservedSend.RunAsync(line.Case, line.Https, line.Expected);
            }
            finally
            {
                free.Release();
            }
        }));

        _output.WriteLine(Table(matrix));
        _output.WriteLine(Summary(matrix));
        Assert.DoesNotContain(matrix, line => !line.IsAsExpected);
        Assert.DoesNotContain(matrix, line => line.Actual.Sms > 1);
        Assert.DoesNotContain(matrix, line => line.Actual is { Outcome: RequestOutcome.NotProcessed, Sms: > 0 } or { Outcome: RequestOutcome.Processed, Sms: 0 });
    }

    private static IEnumerable<(FaultCase Case, bool Https, Expected Expected)> Lines()
    {
        foreach (FaultCase faultCase in FaultCases.All)
        {
            if (faultCase.Http is { } http)
                yield return (faultCase, false, http);
            yield return (faultCase, true, faultCase.Https);
        }
    }

    private static string Table(IEnumerable<ObservedSend> matrix)
    {
        var table = new StringBuilder();
        table.AppendLine("what goes wrong                      over   result                     outcome       attempts  requests  SMS  seconds");
        foreach (ObservedSend line in matrix)
        {
            Expected actual = line.Actual;
            string attempts = actual.Attempts?.ToString(CultureInfo.InvariantCulture) ?? "-";
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"{line.Case.Name,-36} {(line.Https ? "https" : "http"),-6} {actual.Result,-26} {actual.Outcome,-13} {attempts,8}  {actual.Requests,8}  {actual.Sms,3}  {line.Elapsed.TotalSeconds,7:0.00}{(line.IsAsExpected ? "" : "  <- not as expected")}");
        }

        return table.ToString();
    }

    private static string Summary(ObservedSend[] matrix)
    {
        var summary = new StringBuilder();
        summary.AppendLine(
            CultureInfo.InvariantCulture,
            $"{matrix.Length} sends: {FaultCases.All.Count()} faults over http and https, {matrix.Count(line => !line.IsAsExpected)} not as expected");
        foreach (IGrouping<RequestOutcome, ObservedSend> outcome in matrix.GroupBy(line => line.Actual.Outcome).OrderByDescending(group => group.Key))
            summary.AppendLine(
                CultureInfo.InvariantCulture,
                $"{outcome.Key,-13} {outcome.Count(),4} sends, {outcome.Count(line => line.Actual.Sms > 0),4} with an SMS, {outcome.Count(line => line.Actual.Sms == 0),4} without");
        return summary.ToString();
    }
}
