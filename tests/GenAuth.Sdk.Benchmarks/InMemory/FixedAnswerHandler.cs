using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.InMemory;

/// <summary>Takes the request as a connection would, whole, and answers at once: what is left to measure is the client.</summary>
internal sealed class FixedAnswerHandler : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        HttpResponseMessage response = Exchange.NewResponse();
        response.RequestMessage = request;
        return response;
    }
}
