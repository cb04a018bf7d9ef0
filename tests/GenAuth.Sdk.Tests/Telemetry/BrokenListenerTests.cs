using System.Diagnostics;
using System.Diagnostics.Metrics;

using Microsoft.Extensions.Logging;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>An exception out of a logger or a listener never replaces an answer, an outcome or an exception.</summary>
[Collection(nameof(TelemetryTests))]
public class BrokenListenerTests
{
    [Fact]
    public Task A_logger_that_throws_changes_nothing() => AssertUnchangedAsync(new ThrowingLogger());

    [Fact]
    public async Task A_listener_that_throws_when_a_span_ends_changes_nothing()
    {
        using ActivityListener listener = Listen(stopped: _ => throw new InvalidOperationException("broken exporter"));
        await AssertUnchangedAsync();
    }

    [Fact]
    public async Task A_listener_that_throws_when_a_span_begins_changes_nothing()
    {
        Activity? before = Activity.Current;
        using ActivityListener listener = Listen(started: _ => throw new InvalidOperationException("broken processor"));
        await AssertUnchangedAsync();
        Assert.Same(before, Activity.Current);
    }

    [Fact]
    public async Task A_measurement_callback_that_throws_changes_nothing()
    {
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == GenAuthTelemetry.MeterName)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("broken reader"));
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("broken reader"));
        listener.Start();

        await AssertUnchangedAsync();
    }

    private static async Task AssertUnchangedAsync(ILogger<AuthenticationClient>? logger = null)
    {
        using TestClient answered = new TestClient(logger: logger).Returning(Status(429, retryAfter: "1"), Body(Success));
        Assert.True((await answered.SendAsync()).IsSuccess);

        using TestClient failed = new TestClient(logger: logger).Returning(FailAfterSending(new IOException("reset")));
        Assert.Equal(RequestOutcome.Unknown, (await Assert.ThrowsAsync<GenAuthConnectionException>(() => failed.SendAsync())).Outcome);

        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => failed.SendAsync(null, cancellation.Token));
    }

    private static ActivityListener Listen(Action<Activity>? started = null, Action<Activity>? stopped = null)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GenAuthTelemetry.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = started,
            ActivityStopped = stopped,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class ThrowingLogger : ILogger<AuthenticationClient>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new InvalidOperationException("broken sink");

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("broken sink");
    }
}
