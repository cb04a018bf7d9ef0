using System.Diagnostics;

using Microsoft.Extensions.Logging;

using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>The OpenTelemetry SDK with in-memory exporters, read out as records that a test can compare.</summary>
internal sealed class TelemetryCapture : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly List<LogRecord> _logs = [];
    private readonly TracerProvider _tracing;
    private readonly MeterProvider _metering;
    private readonly ILoggerFactory _logging;

    public TelemetryCapture()
    {
        _tracing = OpenTelemetry.Sdk.CreateTracerProviderBuilder().AddSource(GenAuthTelemetry.ActivitySourceName).AddInMemoryExporter(_spans).Build();
        _metering = OpenTelemetry.Sdk.CreateMeterProviderBuilder().AddMeter(GenAuthTelemetry.MeterName).AddInMemoryExporter(_metrics).Build();
        _logging = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddOpenTelemetry(options =>
        {
            options.IncludeScopes = true;
            options.AddInMemoryExporter(_logs);
        }));
        Logger = _logging.CreateLogger<AuthenticationClient>();
    }

    public ILogger<AuthenticationClient> Logger { get; }

    public IEnumerable<CapturedSpan> Spans => _spans.Select(span =>
        new CapturedSpan(
            span.Kind,
            span.DisplayName,
            span.Status,
            span.StatusDescription,
            Read(span.TagObjects),
            [.. span.Events.Select(e => new CapturedEvent(e.Name, Read(e.Tags)))]));

    public IEnumerable<CapturedLog> Logs => _logs.Select(log =>
        new CapturedLog(
            log.LogLevel,
            $"{log.EventId.Id} {log.EventId.Name}",
            Read(log.Attributes!.Where(value => value.Key is not "{OriginalFormat}")),
            log.Exception?.GetType().Name));

    /// <summary>The values of the scopes around the log records.</summary>
    public IEnumerable<string> Scopes
    {
        get
        {
            var scopes = new List<string>();
            foreach (LogRecord log in _logs)
                log.ForEachScope((scope, found) => found.AddRange(Read(scope.Scope as IEnumerable<KeyValuePair<string, object?>> ?? [])), scopes);
            return scopes;
        }
    }

    /// <summary>Each point of each metric so far.</summary>
    public CapturedMetric[] CollectMetrics()
    {
        _metrics.Clear();
        _metering.ForceFlush();
        return
        [
            .. from metric in _metrics
               from point in metric.MetricPoints
               select new CapturedMetric(
                   metric.Name,
                   metric.Unit,
                   metric.MetricType is MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong(),
                   Read(Pairs(point.Tags))),
        ];
    }

    public void StopTracing() => _tracing.Dispose();

    public void StopMetering() => _metering.Dispose();

    public void Dispose()
    {
        _tracing.Dispose();
        _metering.Dispose();
        _logging.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(OpenTelemetry.ReadOnlyTagCollection tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
            yield return tag;
    }

    private static string[] Read(IEnumerable<KeyValuePair<string, object?>> tags) =>
        [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => FormattableString.Invariant($"{tag.Key}={tag.Value}"))];
}
