using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Tests.Shared;

/// <summary>Hears everything a process says of itself: log messages with their scopes and values, activities, metrics.</summary>
internal sealed class Eavesdropper : ILoggerProvider, ISupportExternalScope
{
    /// <summary>The channel of the events of the runtime's own HTTP span, which quote a malformed head of a response as it came.</summary>
    public const string RuntimeEvent = "runtime activity event";

    private readonly ActivityListener _activities;
    private readonly MeterListener _metrics = new();
    private IExternalScopeProvider? _scopes;
    private volatile bool _disposed;

    public Eavesdropper()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_activities);

        _metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument.Name, value, tags));
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument.Name, value, tags));
        _metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument.Name, value, tags));
        _metrics.Start();
    }

    /// <summary>All that was heard, a line each.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public void Note(string channel, object? value)
    {
        // The listeners of .NET 8 go on being told after their disposal.
        if (!_disposed)
            Heard.Enqueue($"{channel}: {value}");
    }

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        _disposed = true;
        _activities.Dispose();
        _metrics.Dispose();
    }

    private void Note(Activity activity)
    {
        Note("activity", $"{activity.Source.Name} {activity.DisplayName} {activity.Status} {activity.StatusDescription}");
        foreach ((string name, object? value) in activity.TagObjects)
            Note("activity " + name, value);
        foreach (ActivityEvent happened in activity.Events)
            Note(activity.Source.Name is "System.Net.Http" ? RuntimeEvent : "activity event", $"{happened.Name} {string.Join(", ", happened.Tags)}");
        foreach ((string name, string? value) in activity.Baggage)
            Note("baggage " + name, value);
    }

    private void Note(string instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach ((string name, object? tag) in tags)
            Note($"metric {instrument} {value} {name}", tag);
    }

    private sealed class Ear(Eavesdropper eavesdropper, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => eavesdropper._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            eavesdropper.Note($"log {category}", $"{formatter(state, exception)} {exception}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                foreach ((string name, object? value) in values)
                    eavesdropper.Note($"log {category} {name}", value);
            }

            eavesdropper._scopes?.ForEachScope((scope, self) => self.Note("scope", scope), eavesdropper);
        }
    }
}
