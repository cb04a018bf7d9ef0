using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;



namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>The metrics of the package.</summary>
internal sealed class Instruments
{
    private static readonly Lazy<Instruments> SharedInstruments = new(() => new Instruments(new Meter(GenAuthTelemetry.MeterName, SdkIdentity.Version)));

    private Instruments(Meter meter)
    {
        Duration = CreateDuration(meter, "genauth.client.operation.duration", "s", "How long sends take, over all their attempts.");
        Retries = meter.CreateCounter<long>("genauth.client.retries", "{retry}", "How many attempts followed another.");
    }

    public Histogram<double> Duration { get; }

    public Counter<long> Retries { get; }

    /// <summary>The container's instruments where it has a factory, so that tests and tenants can tell them apart; else those of the process.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The factory owns the meters it creates.")]
    public static Instruments From(IMeterFactory? factory) =>
        factory is null ? SharedInstruments.Value : new Instruments(factory.Create(GenAuthTelemetry.MeterName, SdkIdentity.Version));

#if NET10_0_OR_GREATER
    // 5 ms to 30 s, the default total timeout.
    private static Histogram<double> CreateDuration(Meter meter, string name, string unit, string description) =>
        meter.CreateHistogram(name, unit, description, tags: null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30],
        });
#else
    // Instruments cannot advise buckets before System.Diagnostics.DiagnosticSource 9.
    private static Histogram<double> CreateDuration(Meter meter, string name, string unit, string description) =>
        meter.CreateHistogram<double>(name, unit, description);
#endif
}
