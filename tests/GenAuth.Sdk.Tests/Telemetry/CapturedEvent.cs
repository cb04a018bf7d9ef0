namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>An event of a span; its tags in the order of their names.</summary>
internal sealed record CapturedEvent(string Name, string[] Tags);
