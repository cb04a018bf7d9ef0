using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

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

        try
        {
            return await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The emulator was disposed before it answered.", exception);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await _desk.HangupAsync(ConnectionStage.Accepted, cancellationToken).ConfigureAwait(false) is not null)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "A fault of the emulator refused the connection.", new SocketException((int)SocketError.ConnectionRefused));
        Hangup? unread = await _desk.HangupAsync(ConnectionStage.Arriving, cancellationToken).ConfigureAwait(false);

        // Written by the content itself, as onto a connection: who watches it sees the request leave.
        using var body = new BoundedBuffer();
        if (request.Content is { } content)
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (unread is { } hangup)
            throw Failure(hangup);

        var received = ReceivedRequest.Create(request.Method.Method, request.RequestUri!.AbsolutePath, body, name => FirstValue(request, name));
        Reply reply = await _desk.ServeAsync(received, cancellationToken).ConfigureAwait(false);
        return reply.Hangup is { } hangupAfterwards ? throw Failure(hangupAfterwards) : ToResponse(reply, request);
    }

    // What the handler over sockets throws when a request had left.
    private static HttpRequestException Failure(Hangup hangup) => hangup is Hangup.Close
        ? new(HttpRequestError.ResponseEnded, "A fault of the emulator closed the connection.", new HttpIOException(HttpRequestError.ResponseEnded))
        : new("A fault of the emulator reset the connection.", new IOException("The connection was reset.", new SocketException((int)SocketError.ConnectionReset)));

    private static string? FirstValue(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.First() : null;

    private HttpResponseMessage ToResponse(Reply reply, HttpRequestMessage request)
    {
        ReplyStream body = _desk.Open(reply);
        Stream stream = new InMemoryBody(body);
        var content = new StreamContent(reply.IsGzipped ? new GZipStream(stream, CompressionMode.Decompress) : stream);

        // A handler that decompresses takes both headers away, for they are about the bytes that it took in.
        if (!reply.IsGzipped)
            content.Headers.ContentLength = body.AnnouncedLength;
        if (reply.ContentType is { } contentType)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var response = new HttpResponseMessage((HttpStatusCode)reply.HttpStatus) { RequestMessage = request, Content = content };
        foreach ((string name, string value) in reply.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
                content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }
}
