using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>The transport without sockets.</summary>
internal sealed class InMemoryHandler : HttpMessageHandler
{
    private readonly RequestDispatcher _dispatcher;

    public InMemoryHandler(RequestDispatcher dispatcher) => _dispatcher = dispatcher;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        try
        {
            return await RespondAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The emulator was disposed before it responded.", exception);
        }
    }

    private async Task<HttpResponseMessage> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await _dispatcher.FindTerminationAsync(ConnectionStage.Accepted, cancellationToken).ConfigureAwait(false) is not null)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "A fault of the emulator refused the connection.", new SocketException((int)SocketError.ConnectionRefused));
        ConnectionTermination? unread = await _dispatcher.FindTerminationAsync(ConnectionStage.Arriving, cancellationToken).ConfigureAwait(false);

        // CopyToAsync, so that a content which watches its own writing sees it as it would on a socket.
        using var body = new BoundedBuffer();
        if (request.Content is { } content)
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (unread is { } early)
            throw CreateFailure(early);

        string origin = request.RequestUri!.GetLeftPart(UriPartial.Authority);
        var received = new ReceivedRequest(request.Method.Method, origin, request.RequestUri.AbsolutePath, body, name => GetFirstValue(request, name));
        WireResponse response = await _dispatcher.DispatchAsync(received, cancellationToken).ConfigureAwait(false);
        return response.Termination is { } termination ? throw CreateFailure(termination) : ToMessage(response, request);
    }

    // What the handler over sockets throws when the request had left.
    private static HttpRequestException CreateFailure(ConnectionTermination termination) => termination is ConnectionTermination.Close
        ? new(HttpRequestError.ResponseEnded, "A fault of the emulator closed the connection.", new HttpIOException(HttpRequestError.ResponseEnded))
        : new("A fault of the emulator reset the connection.", new IOException("The connection was reset.", new SocketException((int)SocketError.ConnectionReset)));

    private static string? GetFirstValue(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) || (request.Content is { } content && content.Headers.NonValidated.TryGetValues(name, out values))
            ? values.First()
            : null;

    private HttpResponseMessage ToMessage(WireResponse response, HttpRequestMessage request)
    {
        ResponseBodyStream body = _dispatcher.OpenBody(response);
        Stream stream = new InMemoryBody(body);
        var content = new StreamContent(response.IsGzipped ? new GZipStream(stream, CompressionMode.Decompress) : stream);

        // A handler that decompresses removes both headers, because they describe the compressed bytes.
        if (!response.IsGzipped)
            content.Headers.ContentLength = body.AnnouncedLength;
        if (response.ContentType is { } contentType)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var message = new HttpResponseMessage((HttpStatusCode)response.HttpStatus) { RequestMessage = request, Content = content };
        foreach ((string name, string value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
