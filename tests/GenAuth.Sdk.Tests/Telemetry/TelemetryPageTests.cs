using System.Text.RegularExpressions;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>TELEMETRY.md lists what is emitted: no more, no less.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryPageTests : IDisposable
{
    private static readonly Regex MetricName = new("(Histogram|Counter) `genauth");
    private static readonly Regex LogRow = new(@"^\| `(?<event>\d \w+)` \| (?<level>\w+) \|", RegexOptions.Multiline);

    private readonly TelemetryCapture _telemetry = new();
    private readonly string _page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TELEMETRY.md"));

    public void Dispose() => _telemetry.Dispose();

    [Fact]
    public async Task The_page_lists_exactly_the_names_that_are_emitted()
    {
        await EmitEverythingAsync();

        Assert.Equal(Listed("`GenAuth.SendSms`"), Names(_telemetry.Spans.SelectMany(span => span.Tags)));
        Assert.Equal(Listed("`genauth.retry`"), Names(_telemetry.Spans.SelectMany(span => span.Events).SelectMany(retry => retry.Tags)));
        foreach (IGrouping<string, CapturedMetric> metric in _telemetry.CollectMetrics().GroupBy(metric => metric.Name))
        {
            Assert.Contains($"`{metric.Key}`, in `{metric.First().Unit}`", _page, StringComparison.Ordinal);
            Assert.Equal(Listed($"`{metric.Key}`"), Names(metric.SelectMany(point => point.Tags)));
        }

        Assert.Equal(2, MetricName.Count(_page));
        Assert.Equal(
            LogRow.Matches(_page).Select(row => $"{row.Groups["level"].Value} {row.Groups["event"].Value}").Order(StringComparer.Ordinal),
            _telemetry.Logs.Select(log => $"{log.Level} {log.Event}").Distinct().Order(StringComparer.Ordinal));
    }

    private async Task EmitEverythingAsync()
    {
        Step[][] sends =
        [
            [Body(Success)],
            [Status(422, 4004)],
            [Status(500)],
            [Status(602)],
            [Status(499, 2011)],
            [Status(429, retryAfter: "1"), Body(Success)],
            [FailAfterSending(new IOException("reset"))],
        ];
        foreach (Step[] steps in sends)
        {
            using TestClient client = new TestClient(logger: _telemetry.Logger).Returning(steps);
            await Record.ExceptionAsync(() => client.SendAsync());
        }

        using TestClient keyed = new TestClient().Returning(Status(429, retryAfter: "1"), Body(Success));
        var forum = new AuthenticationClient(keyed.HttpClient, keyed.Options, _telemetry.Logger, meterFactory: null, clientKey: "forum");
        await Record.ExceptionAsync(() => forum.SendSmsAsync(SmsChannel.Login, TestClient.PhoneNumber));

        using var cancellation = new CancellationTokenSource();
        using TestClient cancelling = new TestClient(logger: _telemetry.Logger).Returning(async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("unreachable");
        });
        await Record.ExceptionAsync(() => cancelling.SendAsync(null, cancellation.Token));
    }

    // The first table after the first place that names it.
    private IEnumerable<string> Listed(string heading)
    {
        string after = _page[_page.IndexOf(heading, StringComparison.Ordinal)..];
        return after[after.IndexOf("\n|---", StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('`')[1]);
    }

    private static IEnumerable<string> Names(IEnumerable<string> tags) => tags.Select(tag => tag.Split('=')[0]).Distinct().Order(StringComparer.Ordinal);
}
