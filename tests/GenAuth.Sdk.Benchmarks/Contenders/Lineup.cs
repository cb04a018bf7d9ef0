namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>Everybody who is compared, the baseline first.</summary>
internal static class Lineup
{
    public const string Baseline = "hand-written";

    /// <param name="host">Whom to send to.</param>
    /// <param name="newHandler">What stands in for the network; null for each library's own connections.</param>
    public static IReadOnlyList<(string Name, IContender Contender)> Create(Uri host, Func<HttpMessageHandler>? newHandler = null) =>
    [
        (Baseline, new HandWritten(host, newHandler?.Invoke())),
        ("hand-written, header per message", new HandWrittenPerMessage(host, newHandler?.Invoke())),
        ("hand-tuned", new HandTuned(host, newHandler?.Invoke())),
        ("GenAuth.Sdk", new SdkContender(host, newHandler?.Invoke())),
        ("factory + resilience handler", FactoryWithResilience.Create(host, newHandler?.Invoke())),
        ("Refit", new RefitContender(host, newHandler?.Invoke())),
        ("Flurl", new FlurlContender(host, newHandler?.Invoke())),
        ("RestSharp", new RestSharpContender(host, newHandler?.Invoke())),
    ];
}
