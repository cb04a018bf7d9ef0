namespace GenAuth.Sdk.Tests.DependencyInjection;

/// <summary>A harmless handler, as users add it.</summary>
internal sealed class CountingHandler(Action count) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        count();
        return base.SendAsync(request, cancellationToken);
    }
}
