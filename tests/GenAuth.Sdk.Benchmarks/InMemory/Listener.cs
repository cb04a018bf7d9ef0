using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GenAuth.Sdk.Benchmarks.InMemory;

/// <summary>Somebody who wants every span and every measurement of the package, and does nothing with them.</summary>
internal sealed class Listener : IDisposable
{
    private readonly ActivityListener _spans = new()
    {
        ShouldListenTo = static source => source.Name == GenAuthTelemetry.ActivitySourceName,
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly MeterListener _measurements = new()
    {
        InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == GenAuthTelemetry.MeterName)
                listener.EnableMeasurementEvents(instrument);
        },
    };

    public Listener()
    {
        ActivitySource.AddActivityListener(_spans);
        _measurements.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        _measurements.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        _measurements.Start();
    }

    public void Dispose()
    {
        _spans.Dispose();
        _measurements.Dispose();
    }
}
