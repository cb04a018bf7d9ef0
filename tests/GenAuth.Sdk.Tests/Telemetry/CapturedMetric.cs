namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>One point of a metric, with how much was counted; its tags in the order of their names.</summary>
internal sealed record CapturedMetric(string Name, string Unit, long Count, string[] Tags);
