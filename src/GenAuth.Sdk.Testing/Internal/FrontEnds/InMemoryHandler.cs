using System.Net;
using System.Net.Http.Headers;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.FrontEnds;

/// <summary>The front end without sockets.</summary>
internal sealed class InMemoryHandler : HttpMessageHandler
{
    private readonly Desk _desk;

    public InMemoryHandler(Desk desk) => _desk = desk;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        using var body = new BoundedBuffer();
        // Written by the content itself, as onto a connection: who watches it sees the request leave.
        if (request.Content is { } content)
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();

        var received = ReceivedRequest.Create(request.Method.Method, request.RequestUri!.AbsolutePath, body, name => FirstValue(request, name));
        try
        {
            Reply reply = await _desk.ServeAsync(received, cancellationToken).ConfigureAwait(false);
            return ToResponse(reply, request);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The emulator was disposed before it answered.", exception);
        }
    }

    private static string? FirstValue(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.First() : null;

    private static HttpResponseMessage ToResponse(Reply reply, HttpRequestMessage request)
    {
        var content = new ByteArrayContent(reply.Body);
        if (reply.ContentType is { } contentType)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var response = new HttpResponseMessage((HttpStatusCode)reply.HttpStatus) { RequestMessage = request, Content = content };
        if (reply.RetryAfterSeconds is { } seconds)
            response.Headers.TryAddWithoutValidation("Retry-After", seconds);
        return response;
    }
}
