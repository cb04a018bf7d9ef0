namespace Microsoft.Extensions.Http;

/// <summary>
/// Stands for the handler of that name in Microsoft.Extensions.Http.Polly, which is recognized by its name alone. Sends
/// every request twice.
/// </summary>
internal class PolicyHttpMessageHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (await base.SendAsync(request, cancellationToken)).Dispose();
        return await base.SendAsync(request, cancellationToken);
    }
}
