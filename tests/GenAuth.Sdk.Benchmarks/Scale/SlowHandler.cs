using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.Scale;

/// <summary>A server that takes every request and answers none until it is told to.</summary>
internal sealed class SlowHandler : HttpMessageHandler
{
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    public void Release() => _release.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        Interlocked.Increment(ref _waiting);
        await _release.Task.WaitAsync(cancellationToken);
        return Exchange.NewResponse();
    }
}
