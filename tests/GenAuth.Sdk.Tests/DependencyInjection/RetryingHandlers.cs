using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;

using Polly;
using Polly.Retry;

namespace GenAuth.Sdk.Tests.DependencyInjection;

/// <summary>Handlers that send a request again, as hosts add them.</summary>
internal static class RetryingHandlers
{
    private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage> { Delay = TimeSpan.Zero, ShouldHandle = static _ => PredicateResult.True() })
        .Build();

    public static DelegatingHandler Create(string kind) => kind switch
    {
        "resilience" => new ResilienceHandler(Pipeline),
        "derived resilience" => new DerivedResilienceHandler(),
        "policy" => new PolicyHttpMessageHandler(),
        "derived policy" => new DerivedPolicyHandler(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private sealed class DerivedResilienceHandler() : ResilienceHandler(Pipeline);

    private sealed class DerivedPolicyHandler : PolicyHttpMessageHandler;
}
