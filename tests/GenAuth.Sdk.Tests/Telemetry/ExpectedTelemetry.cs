using System.Diagnostics;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>What one send emits, with the tags and values that every send has.</summary>
internal static class ExpectedTelemetry
{
    private static readonly string[] SendTags = ["genauth.channel=CHANNEL_LOGIN", "genauth.operation=SendSms"];

    /// <summary>The span of a send that fails with <paramref name="error"/>; null is for one that does not.</summary>
    public static CapturedSpan Span(string? error, params string[] tags) => new(
        ActivityKind.Client,
        "GenAuth.SendSms",
        error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error,
        error,
        [.. SendTags, "server.address=tenant.example", "server.port=443", .. tags],
        []);

    public static CapturedMetric Duration(params string[] tags) => new("genauth.client.operation.duration", "s", 1, [.. SendTags, .. tags]);

    public static CapturedMetric Retries(long count, params string[] tags) => new("genauth.client.retries", "{retry}", count, [.. SendTags, .. tags]);

    public static CapturedLog Log(LogLevel level, string logged, params string[] values) =>
        new(level, logged, ["Channel=CHANNEL_LOGIN", "Operation=SendSms", .. values], null);
}
