using System.Diagnostics;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>A span as it was exported; its tags in the order of their names.</summary>
internal sealed record CapturedSpan(ActivityKind Kind, string Name, ActivityStatusCode Status, string? Description, string[] Tags, CapturedEvent[] Events);
