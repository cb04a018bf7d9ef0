using System.Diagnostics;

using Microsoft.Extensions.Logging;

using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>The OpenTelemetry SDK with in-memory exporters, read out as lines that a test can compare.</summary>
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
        _logging = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddOpenTelemetry(options => { options.IncludeScopes = true; options.AddInMemoryExporter(_logs); }));
        Logger = _logging.CreateLogger<AuthenticationClient>();
    }

    public ILogger<AuthenticationClient> Logger { get; }

    /// <summary>Each span: kind, name, status, tags, events.</summary>
    public IEnumerable<string> Spans => _spans.Select(span =>
        $"{span.Kind} {span.DisplayName} {span.Status} {span.StatusDescription}| {Join(span.TagObjects)}{string.Concat(span.Events.Select(e => $" | {e.Name} {Join(e.Tags)}"))}");

    /// <summary>Each point of each metric so far: name, unit, count, tags.</summary>
    public string[] CollectMetrics()
    {
        _metrics.Clear();
        _metering.ForceFlush();
        return
        [
            .. from metric in _metrics
               from point in metric.MetricPoints
               select $"{metric.Name} {metric.Unit} {(metric.MetricType is MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong())} | {Join(Pairs(point.Tags))}",
        ];
    }

    /// <summary>Each log record: level, event, values.</summary>
    public IEnumerable<string> Logs => _logs.Select(log =>
        $"{log.LogLevel} {log.EventId.Id} {log.EventId.Name} | {Join(log.Attributes!.Where(value => value.Key is not "{OriginalFormat}"))}{(log.Exception is null ? "" : " | " + log.Exception.GetType().Name)}");

    /// <summary>The values of the scopes around the log records.</summary>
    public IEnumerable<string> Scopes
    {
        get
        {
            var scopes = new List<string>();
            foreach (LogRecord log in _logs)
                log.ForEachScope((scope, found) => found.Add(Join(scope.Scope as IEnumerable<KeyValuePair<string, object?>> ?? [])), scopes);
            return scopes;
        }
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

    private static string Join(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(" ", tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => FormattableString.Invariant($"{tag.Key}={tag.Value}")));
}
