using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace GenAuth.Sdk.Tests.Operations;

/// <summary>Notes which token came with which body, and answers all alike.</summary>
internal sealed class PairingHandler : HttpMessageHandler
{
    private readonly byte[] _answer;

    public PairingHandler(string answer) => _answer = Encoding.UTF8.GetBytes(answer);

    public ConcurrentBag<(string Authorization, string Body)> Pairs { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body, cancellationToken);
        await Task.Yield();
        Pairs.Add((request.Headers.GetValues("Authorization").Single(), Encoding.UTF8.GetString(body.ToArray())));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_answer) };
    }
}
