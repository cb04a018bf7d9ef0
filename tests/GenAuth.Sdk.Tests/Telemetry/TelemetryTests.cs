using System.Diagnostics;
using System.Globalization;

using Microsoft.Extensions.Logging;

using static GenAuth.Sdk.Tests.ScriptedHandler;
using static GenAuth.Sdk.Tests.Telemetry.ExpectedTelemetry;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>What an operator sees of each way a send can end. Alone in the process, for listeners hear everybody.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests : IDisposable
{
    private readonly TelemetryCapture _telemetry = new();

    public void Dispose() => _telemetry.Dispose();

    [Fact]
    public async Task A_success_is_quiet()
    {
        await SendAsync(Body("""{"statusCode":200,"message":"ok","requestId":"r-1"}"""));

        Assert.Equivalent(Span(null, "genauth.attempts=1", "genauth.outcome=Processed", "genauth.request_id=r-1", "genauth.status_code=200"), Assert.Single(_telemetry.Spans), strict: true);
        Assert.Equivalent(Duration("genauth.attempts=1", "genauth.outcome=Processed", "genauth.status_code=200"), Assert.Single(_telemetry.CollectMetrics()), strict: true);
        Assert.Collection(
            _telemetry.Logs,
            log => Assert.Equivalent(Log(LogLevel.Debug, "1 Sending"), log, strict: true),
            log => Assert.Equivalent(Log(LogLevel.Debug, "2 Answered", "ApiCode=none", "Attempts=1", "ErrorKind=None", "Outcome=Processed", "RequestId=r-1", "StatusCode=200"), log, strict: true));
    }

    [Theory]
    [InlineData(400, null, "InvalidArgument", "NotProcessed", LogLevel.Information, "2 Answered")]
    [InlineData(401, 2020, "Unauthorized", "NotProcessed", LogLevel.Information, "2 Answered")]
    [InlineData(402, 4021, "PaymentRequired", "NotProcessed", LogLevel.Warning, "2 Answered")]
    [InlineData(403, null, "Forbidden", "NotProcessed", LogLevel.Information, "2 Answered")]
    [InlineData(404, null, "NotFound", "NotProcessed", LogLevel.Information, "2 Answered")]
    [InlineData(409, 2035, "Conflict", "NotProcessed", LogLevel.Information, "2 Answered")]
    [InlineData(422, 2035, "InvalidOperation", "NotProcessed", LogLevel.Information, "2 Answered")]
    [InlineData(429, null, "RateLimited", "NotProcessed", LogLevel.Information, "2 Answered")]
    [InlineData(499, 2011, "Configuration", "NotProcessed", LogLevel.Error, "5 Misconfigured")]
    [InlineData(500, null, "Server", "Unknown", LogLevel.Information, "2 Answered")]
    [InlineData(602, null, "Provider", "Unknown", LogLevel.Warning, "2 Answered")]
    public async Task A_refusal_is_an_error_though_HTTP_says_200(int statusCode, int? apiCode, string kind, string outcome, LogLevel level, string logged)
    {
        await SendAsync(Status(statusCode, apiCode));

        string[] api = apiCode is null ? [] : [$"genauth.api_code={apiCode}"];
        string[] tags = ["error.type=" + kind, .. api, "genauth.attempts=1", "genauth.outcome=" + outcome, $"genauth.status_code={statusCode}"];
        Assert.Equivalent(Span(kind, tags), Assert.Single(_telemetry.Spans), strict: true);
        Assert.Equivalent(Duration(tags), Assert.Single(_telemetry.CollectMetrics()), strict: true);
        CapturedLog log = _telemetry.Logs.Last();
        Assert.Equal((level, logged), (log.Level, log.Event));
        Assert.Contains($"ApiCode={apiCode?.ToString(CultureInfo.InvariantCulture) ?? "none"}", log.Values);
        Assert.Equal(2, _telemetry.Logs.Count());
    }

    [Theory]
    [InlineData(422, 4004)]
    [InlineData(422, null)]
    [InlineData(499, 2001)]
    [InlineData(499, 2300)]
    public async Task A_user_who_is_too_quick_or_mistypes_is_no_error(int statusCode, int? apiCode)
    {
        await SendAsync(Status(statusCode, apiCode));

        CapturedSpan span = Assert.Single(_telemetry.Spans);
        Assert.Equal((ActivityKind.Client, "GenAuth.SendSms", ActivityStatusCode.Unset, null), (span.Kind, span.Name, span.Status, span.Description));
        Assert.All([.. span.Tags, .. _telemetry.CollectMetrics().SelectMany(metric => metric.Tags)], tag => Assert.DoesNotContain("error.type", tag, StringComparison.Ordinal));
        Assert.Equal((LogLevel.Debug, "2 Answered"), (_telemetry.Logs.Last().Level, _telemetry.Logs.Last().Event));
    }

    [Fact]
    public async Task Codes_that_nobody_documented_make_no_time_series_of_their_own()
    {
        await SendAsync(Status(777, 123456));

        Assert.Contains("genauth.status_code=777", Assert.Single(_telemetry.Spans).Tags);
        Assert.Contains("genauth.api_code=123456", Assert.Single(_telemetry.Spans).Tags);
        Assert.Equivalent(
            Duration("error.type=Unknown", "genauth.api_code=_OTHER", "genauth.attempts=1", "genauth.outcome=Unknown", "genauth.status_code=_OTHER"),
            Assert.Single(_telemetry.CollectMetrics()),
            strict: true);
    }

    [Fact]
    public async Task A_retry_is_an_event_a_count_and_a_warning()
    {
        await SendAsync(Body("""{"statusCode":503,"requestId":"r-1"}""", retryAfter: "2"), Body(Success));

        CapturedEvent retry = Assert.Single(Assert.Single(_telemetry.Spans).Events);
        Assert.Equal("genauth.retry", retry.Name);
        Assert.Equal(["error.type=ServiceUnavailable", "genauth.attempts=1"], retry.Tags.Take(2));
        Assert.StartsWith("genauth.retry.delay=2.", retry.Tags[2], StringComparison.Ordinal);
        Assert.Equivalent(Retries(1, "error.type=ServiceUnavailable"), FindRetries(), strict: true);
        CapturedLog log = _telemetry.Logs.ElementAt(1);
        Assert.Equal((LogLevel.Warning, "3 Retrying"), (log.Level, log.Event));
        Assert.Equal(
            ["ApiCode=none", "Attempt=1", "Channel=CHANNEL_LOGIN", "Operation=SendSms", "Reason=ServiceUnavailable", "RequestId=r-1"],
            log.Values.Where(value => !value.StartsWith("Delay=", StringComparison.Ordinal)));
        Assert.StartsWith("Delay=00:00:02.", log.Values[3], StringComparison.Ordinal);
        Assert.Equal(3, _telemetry.Logs.Count());
    }

    [Fact]
    public async Task Maintenance_that_lasts_is_answered_after_its_retries()
    {
        await SendAsync(Maintenance());

        string[] tags = ["error.type=ServiceUnavailable", "genauth.attempts=3", "genauth.outcome=NotProcessed", "genauth.status_code=503"];
        Assert.Equivalent(Span("ServiceUnavailable", [.. tags, "genauth.request_id=r-1"]), Assert.Single(_telemetry.Spans) with { Events = [] }, strict: true);
        Assert.Equivalent(Duration(tags), FindDuration(), strict: true);
        Assert.Equal(["Debug 1 Sending", "Warning 3 Retrying", "Warning 3 Retrying", "Information 2 Answered"], _telemetry.Logs.Select(log => $"{log.Level} {log.Event}"));
    }

    [Fact]
    public async Task A_failed_connection_is_given_up_once_after_its_retries()
    {
        await SendAsync(FailBeforeSending(new HttpRequestException("refused")));

        const string Error = "GenAuth.Sdk.GenAuthConnectionException";
        CapturedSpan span = Assert.Single(_telemetry.Spans);
        Assert.Equivalent(Span(Error, "error.type=" + Error, "genauth.attempts=3", "genauth.outcome=NotProcessed"), span with { Events = [] }, strict: true);
        Assert.Equal(["genauth.retry", "genauth.retry"], span.Events.Select(retry => retry.Name));
        Assert.Equal(["error.type=" + Error, "genauth.attempts=1"], span.Events[0].Tags.Take(2));
        Assert.Equivalent(Retries(2, "error.type=" + Error), FindRetries(), strict: true);
        Assert.Equivalent(Log(LogLevel.Warning, "4 GaveUp", "Attempts=3", "Outcome=NotProcessed", "Reason=GenAuthConnectionException", "RequestId=none"), _telemetry.Logs.Last(), strict: true);
        Assert.Equal([LogLevel.Debug, LogLevel.Warning, LogLevel.Warning, LogLevel.Warning], _telemetry.Logs.Select(log => log.Level));
    }

    [Fact]
    public async Task An_attempt_timeout_names_itself_as_the_reason_of_its_retry()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = CreateClient().Returning(HangBeforeSending(entered), HangAfterSending());
        Task<SendSMSRespDto> send = client.SendAsync();
        await entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(10));
        while (client.Requests < 2)
            await Task.Yield();
        client.Clock.Advance(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send);

        const string Error = "GenAuth.Sdk.GenAuthTimeoutException";
        string[] tags = ["error.type=" + Error, "genauth.attempts=2", "genauth.outcome=Unknown"];
        CapturedSpan span = Assert.Single(_telemetry.Spans);
        Assert.Equivalent(Span(Error, tags), span with { Events = [] }, strict: true);
        Assert.Equal(["error.type=" + Error, "genauth.attempts=1"], Assert.Single(span.Events).Tags.Take(2));
        Assert.Equivalent(Duration(tags), FindDuration(), strict: true);
        Assert.Equivalent(Log(LogLevel.Warning, "4 GaveUp", "Attempts=2", "Outcome=Unknown", "Reason=GenAuthTimeoutException", "RequestId=none"), _telemetry.Logs.Last(), strict: true);
    }

    [Fact]
    public async Task A_gateways_answer_is_given_up_with_its_request_id()
    {
        await SendAsync(Body("<html>", 502, "text/html", requestId: "edge-7"));

        const string Error = "GenAuth.Sdk.GenAuthResponseException";
        string[] tags = ["error.type=" + Error, "genauth.attempts=1", "genauth.outcome=Unknown"];
        Assert.Equivalent(Span(Error, [.. tags, "genauth.request_id=edge-7"]), Assert.Single(_telemetry.Spans), strict: true);
        Assert.Equivalent(Duration(tags), Assert.Single(_telemetry.CollectMetrics()), strict: true);
        Assert.Equivalent(Log(LogLevel.Warning, "4 GaveUp", "Attempts=1", "Outcome=Unknown", "Reason=GenAuthResponseException", "RequestId=edge-7"), _telemetry.Logs.Last(), strict: true);
    }

    [Fact]
    public async Task A_cancellation_by_the_caller_alarms_nobody()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = CreateClient().Returning(HangAfterSending(entered));
        using var cancellation = new CancellationTokenSource();
        Task<SendSMSRespDto> send = client.SendAsync(null, cancellation.Token);
        await entered.Task;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);

        const string Error = "System.OperationCanceledException";
        string[] tags = ["error.type=" + Error, "genauth.attempts=1", "genauth.outcome=Unknown"];
        Assert.Equivalent(Span(Error, tags), Assert.Single(_telemetry.Spans), strict: true);
        Assert.Equivalent(Duration(tags), Assert.Single(_telemetry.CollectMetrics()), strict: true);
        Assert.Equivalent(Log(LogLevel.Debug, "6 Cancelled", "Attempts=1", "Outcome=Unknown"), _telemetry.Logs.Last(), strict: true);
    }

    [Fact]
    public async Task A_channel_that_may_be_anything_is_not_named()
    {
        using TestClient client = CreateClient().Returning(Body(Success));
        (await client.SendSmsAsync("CHANNEL_OF_TOMORROW", "5550100")).EnsureSuccess();

        CapturedSpan span = Assert.Single(_telemetry.Spans);
        Assert.Contains("genauth.channel=_OTHER", span.Tags);
        Assert.All(
            [span.Name, .. span.Tags, .. _telemetry.CollectMetrics().SelectMany(metric => metric.Tags), .. _telemetry.Logs.SelectMany(log => log.Values)],
            text => Assert.DoesNotContain("TOMORROW", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_duration_is_the_whole_sends_in_seconds()
    {
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        var durations = new List<double>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name is "genauth.client.operation.duration")
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => durations.Add(value));
        listener.Start();

        await SendAsync(Status(429, retryAfter: "7"), Body(Success));

        Assert.InRange(Assert.Single(durations), 7, 7.5);
    }

    [Fact]
    public async Task Spans_alone_can_be_listened_to()
    {
        _telemetry.StopMetering();
        await SendAsync(Status(422, 4004));

        Assert.Contains("genauth.status_code=422", Assert.Single(_telemetry.Spans).Tags);
    }

    [Fact]
    public async Task Metrics_alone_can_be_listened_to()
    {
        _telemetry.StopTracing();
        await SendAsync(Status(422, 4004));

        Assert.Contains("genauth.status_code=422", Assert.Single(_telemetry.CollectMetrics()).Tags);
        Assert.Empty(_telemetry.Spans);
    }

    private CapturedMetric FindDuration() => _telemetry.CollectMetrics().Single(metric => metric.Name == "genauth.client.operation.duration");

    private CapturedMetric FindRetries() => _telemetry.CollectMetrics().Single(metric => metric.Name == "genauth.client.retries");

    private TestClient CreateClient() => new(logger: _telemetry.Logger);

    private async Task SendAsync(params Step[] steps)
    {
        using TestClient client = CreateClient().Returning(steps);

        // How it ends for the caller is not this test's subject.
        await Record.ExceptionAsync(() => client.SendAsync());
    }
}
