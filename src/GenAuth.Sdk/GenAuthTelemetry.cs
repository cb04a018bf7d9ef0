namespace GenAuth.Sdk;

/// <summary>The names under which this package emits traces and metrics, for <c>AddSource</c> and <c>AddMeter</c>.</summary>
public static class GenAuthTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "GenAuth.Sdk";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "GenAuth.Sdk";
}
