using System.Globalization;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>What an operator sees of each way a send can end. Alone in the process, for listeners hear everybody.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests : IDisposable
{
    private const string Server = "server.address=tenant.example server.port=443";

    private readonly TelemetryCapture _telemetry = new();

    public void Dispose() => _telemetry.Dispose();

    [Fact]
    public async Task A_success_is_quiet_and_counted()
    {
        await SendAsync(Body("""{"statusCode":200,"message":"ok","requestId":"r-1"}"""));

        Assert.Equal([$"Client GenAuth.SendSms Unset | genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Processed genauth.request_id=r-1 genauth.status_code=200 {Server}"], _telemetry.Spans);
        Assert.Equal(["genauth.client.operation.duration s 1 | genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Processed genauth.status_code=200"], _telemetry.CollectMetrics());
        Assert.Equal(
            ["Debug 1 Sending | Channel=CHANNEL_LOGIN Operation=SendSms", "Debug 2 Answered | ApiCode=none Attempts=1 Channel=CHANNEL_LOGIN ErrorKind=None Operation=SendSms Outcome=Processed RequestId=r-1 StatusCode=200"],
            _telemetry.Logs);
    }

    [Theory]
    [InlineData(400, null, "InvalidArgument", "NotProcessed", "Information 2 Answered")]
    [InlineData(401, 2020, "Unauthorized", "NotProcessed", "Information 2 Answered")]
    [InlineData(402, 4021, "PaymentRequired", "NotProcessed", "Warning 2 Answered")]
    [InlineData(403, null, "Forbidden", "NotProcessed", "Information 2 Answered")]
    [InlineData(404, null, "NotFound", "NotProcessed", "Information 2 Answered")]
    [InlineData(409, 2035, "Conflict", "NotProcessed", "Information 2 Answered")]
    [InlineData(422, 2035, "InvalidOperation", "NotProcessed", "Information 2 Answered")]
    [InlineData(429, null, "RateLimited", "NotProcessed", "Information 2 Answered")]
    [InlineData(499, 2011, "Configuration", "NotProcessed", "Error 5 Misconfigured")]
    [InlineData(500, null, "Server", "Unknown", "Information 2 Answered")]
    [InlineData(602, null, "Provider", "Unknown", "Warning 2 Answered")]
    public async Task A_refusal_is_an_error_though_HTTP_says_200(int statusCode, int? apiCode, string kind, string outcome, string log)
    {
        await SendAsync(Status(statusCode, apiCode));

        string api = apiCode is null ? "" : $"genauth.api_code={apiCode} ";
        Assert.Equal([$"Client GenAuth.SendSms Error {kind}| error.type={kind} {api}genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome={outcome} genauth.status_code={statusCode} {Server}"], _telemetry.Spans);
        Assert.Equal([$"genauth.client.operation.duration s 1 | error.type={kind} {api}genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome={outcome} genauth.status_code={statusCode}"], _telemetry.CollectMetrics());
        Assert.StartsWith(log, _telemetry.Logs.Last(), StringComparison.Ordinal);
        Assert.Contains($"ApiCode={apiCode?.ToString(CultureInfo.InvariantCulture) ?? "none"} ", _telemetry.Logs.Last(), StringComparison.Ordinal);
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

        Assert.StartsWith("Client GenAuth.SendSms Unset | genauth.", Assert.Single(_telemetry.Spans), StringComparison.Ordinal);
        Assert.All([.. _telemetry.Spans, .. _telemetry.CollectMetrics()], line => Assert.DoesNotContain("error.type", line, StringComparison.Ordinal));
        Assert.StartsWith("Debug 2 Answered", _telemetry.Logs.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_that_nobody_documented_make_no_time_series_of_their_own()
    {
        await SendAsync(Status(777, 123456));

        Assert.Contains("genauth.status_code=777", Assert.Single(_telemetry.Spans), StringComparison.Ordinal);
        Assert.Contains("genauth.api_code=123456", Assert.Single(_telemetry.Spans), StringComparison.Ordinal);
        Assert.Equal(["genauth.client.operation.duration s 1 | error.type=Unknown genauth.api_code=_OTHER genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Unknown genauth.status_code=_OTHER"], _telemetry.CollectMetrics());
    }

    [Fact]
    public async Task A_retry_is_an_event_a_count_and_a_warning()
    {
        await SendAsync(Body("""{"statusCode":503,"requestId":"r-1"}""", retryAfter: "2"), Body(Success));

        Assert.Contains($"{Server} | genauth.retry error.type=ServiceUnavailable genauth.attempts=1 genauth.retry.delay=2.", Assert.Single(_telemetry.Spans), StringComparison.Ordinal);
        Assert.Contains("genauth.client.retries {retry} 1 | error.type=ServiceUnavailable genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms", _telemetry.CollectMetrics());
        Assert.StartsWith("Warning 3 Retrying | ApiCode=none Attempt=1 Channel=CHANNEL_LOGIN Delay=00:00:02.", _telemetry.Logs.ElementAt(1), StringComparison.Ordinal);
        Assert.EndsWith(" Operation=SendSms Reason=ServiceUnavailable RequestId=r-1", _telemetry.Logs.ElementAt(1), StringComparison.Ordinal);
        Assert.Equal(3, _telemetry.Logs.Count());
    }

    [Fact]
    public async Task Maintenance_that_lasts_is_answered_after_its_retries()
    {
        await SendAsync(Maintenance());

        Assert.StartsWith("Client GenAuth.SendSms Error ServiceUnavailable| error.type=ServiceUnavailable genauth.attempts=3 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=NotProcessed genauth.request_id=r-1 genauth.status_code=503", Assert.Single(_telemetry.Spans), StringComparison.Ordinal);
        Assert.Contains("genauth.client.operation.duration s 1 | error.type=ServiceUnavailable genauth.attempts=3 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=NotProcessed genauth.status_code=503", _telemetry.CollectMetrics());
        Assert.Equal(["Debug 1 Sending", "Warning 3 Retrying", "Warning 3 Retrying", "Information 2 Answered"], _telemetry.Logs.Select(line => line.Split(" |")[0]));
    }

    [Fact]
    public async Task A_failed_connection_is_given_up_once_after_its_retries()
    {
        await SendAsync(FailBeforeSending(new HttpRequestException("refused")));

        const string Error = "error.type=GenAuth.Sdk.GenAuthConnectionException";
        string span = Assert.Single(_telemetry.Spans);
        Assert.StartsWith($"Client GenAuth.SendSms Error GenAuth.Sdk.GenAuthConnectionException| {Error} genauth.attempts=3 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=NotProcessed {Server} | genauth.retry {Error} genauth.attempts=1", span, StringComparison.Ordinal);
        Assert.Equal(2, span.Split("| genauth.retry ").Length - 1);
        Assert.Contains($"genauth.client.retries {{retry}} 2 | {Error} genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms", _telemetry.CollectMetrics());
        Assert.Equal("Warning 4 GaveUp | Attempts=3 Channel=CHANNEL_LOGIN Operation=SendSms Outcome=NotProcessed Reason=GenAuthConnectionException RequestId=none", _telemetry.Logs.Last());
        Assert.Equal(["Debug", "Warning", "Warning", "Warning"], _telemetry.Logs.Select(line => line.Split(' ')[0]));
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

        string span = Assert.Single(_telemetry.Spans);
        Assert.StartsWith("Client GenAuth.SendSms Error GenAuth.Sdk.GenAuthTimeoutException| error.type=GenAuth.Sdk.GenAuthTimeoutException genauth.attempts=2 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Unknown", span, StringComparison.Ordinal);
        Assert.Contains("genauth.client.operation.duration s 1 | error.type=GenAuth.Sdk.GenAuthTimeoutException genauth.attempts=2 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Unknown", _telemetry.CollectMetrics());
        Assert.Equal("Warning 4 GaveUp | Attempts=2 Channel=CHANNEL_LOGIN Operation=SendSms Outcome=Unknown Reason=GenAuthTimeoutException RequestId=none", _telemetry.Logs.Last());
        Assert.Contains("| genauth.retry error.type=GenAuth.Sdk.GenAuthTimeoutException genauth.attempts=1", span, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateways_answer_is_given_up_with_its_request_id()
    {
        await SendAsync(Body("<html>", 502, "text/html", requestId: "edge-7"));

        Assert.Equal([$"Client GenAuth.SendSms Error GenAuth.Sdk.GenAuthResponseException| error.type=GenAuth.Sdk.GenAuthResponseException genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Unknown genauth.request_id=edge-7 {Server}"], _telemetry.Spans);
        Assert.Equal(["genauth.client.operation.duration s 1 | error.type=GenAuth.Sdk.GenAuthResponseException genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Unknown"], _telemetry.CollectMetrics());
        Assert.Equal("Warning 4 GaveUp | Attempts=1 Channel=CHANNEL_LOGIN Operation=SendSms Outcome=Unknown Reason=GenAuthResponseException RequestId=edge-7", _telemetry.Logs.Last());
    }

    [Fact]
    public async Task A_cancellation_is_the_callers_and_alarms_nobody()
    {
        var entered = new TaskCompletionSource();
        using TestClient client = CreateClient().Returning(HangAfterSending(entered));
        using var cancellation = new CancellationTokenSource();
        Task<SendSMSRespDto> send = client.SendAsync(null, cancellation.Token);
        await entered.Task;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);

        Assert.Equal([$"Client GenAuth.SendSms Error System.OperationCanceledException| error.type=System.OperationCanceledException genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Unknown {Server}"], _telemetry.Spans);
        Assert.Equal(["genauth.client.operation.duration s 1 | error.type=System.OperationCanceledException genauth.attempts=1 genauth.channel=CHANNEL_LOGIN genauth.operation=SendSms genauth.outcome=Unknown"], _telemetry.CollectMetrics());
        Assert.Equal("Debug 6 Cancelled | Attempts=1 Channel=CHANNEL_LOGIN Operation=SendSms Outcome=Unknown", _telemetry.Logs.Last());
    }

    [Fact]
    public async Task A_channel_that_may_be_anything_is_not_named()
    {
        using TestClient client = CreateClient().Returning(Body(Success));
        (await client.SendSmsAsync("CHANNEL_OF_TOMORROW", "5550100")).EnsureSuccess();

        Assert.All([.. _telemetry.Spans, .. _telemetry.CollectMetrics(), .. _telemetry.Logs], line => Assert.DoesNotContain("TOMORROW", line, StringComparison.Ordinal));
        Assert.Contains("genauth.channel=_OTHER", Assert.Single(_telemetry.Spans), StringComparison.Ordinal);
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

        Assert.Contains("genauth.status_code=422", Assert.Single(_telemetry.Spans), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_alone_can_be_listened_to()
    {
        _telemetry.StopTracing();
        await SendAsync(Status(422, 4004));

        Assert.Contains("genauth.status_code=422", Assert.Single(_telemetry.CollectMetrics()), StringComparison.Ordinal);
        Assert.Empty(_telemetry.Spans);
    }

    private TestClient CreateClient() => new(logger: _telemetry.Logger);

    private async Task SendAsync(params Step[] steps)
    {
        using TestClient client = CreateClient().Returning(steps);

        // How it ends for the caller is not this test's subject.
        await Record.ExceptionAsync(() => client.SendAsync());
    }
}
