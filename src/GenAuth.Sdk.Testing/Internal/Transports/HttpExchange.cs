using System.Buffers;
using System.Text;

using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>Reads one request from the web server, and writes the response to it.</summary>
internal sealed class HttpExchange
{
    /// <summary>What the emulator has besides the service is found below this path.</summary>
    public const string OwnPrefix = "/_genauth";

    private const int CopySize = 64 * 1024;

    private readonly RequestDispatcher _dispatcher;
    private readonly HostFilter? _hostFilter;
    private readonly RequestDelegate? _ownResources;

    /// <param name="dispatcher">Hands requests to the service.</param>
    /// <param name="hostFilter">Which hosts it responds for; null where somebody else has looked at that.</param>
    /// <param name="ownResources">Responds below <see cref="OwnPrefix"/>; null where there is nothing.</param>
    public HttpExchange(RequestDispatcher dispatcher, HostFilter? hostFilter, RequestDelegate? ownResources)
    {
        _dispatcher = dispatcher;
        _hostFilter = hostFilter;
        _ownResources = ownResources;
    }

    public async Task ServeAsync(HttpContext context)
    {
        bool isAllowed = _hostFilter?.Allows(context) ?? true;
        if (isAllowed && _ownResources is not null && context.Request.Path.StartsWithSegments(OwnPrefix, StringComparison.Ordinal))
        {
            await ServeOwnAsync(context, _ownResources).ConfigureAwait(false);
            return;
        }

        try
        {
            WireResponse response = isAllowed
                ? await DispatchAsync(context).ConfigureAwait(false)
                : new WireResponse(StatusCodes.Status421MisdirectedRequest, Encoding.UTF8.GetBytes(HostFilter.Refusal), "application/json; charset=utf-8");

            if (response.Termination is { } termination)
                await TerminateAsync(context, termination).ConfigureAwait(false);
            else
                await WriteAsync(context, response).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client went away, or the emulator is about to.
            context.Abort();
        }
    }

    // What waits or streams must not hold up the end of the emulator.
    private async Task ServeOwnAsync(HttpContext context, RequestDelegate ownResources)
    {
        CancellationToken aborted = context.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, _dispatcher.Closing);
        context.RequestAborted = either.Token;
        await ownResources(context).ConfigureAwait(false);
        context.RequestAborted = aborted;
    }

    // A connection of HTTP/2 carries other requests, and a server without sockets has none to end.
    private async Task TerminateAsync(HttpContext context, ConnectionTermination termination)
    {
        bool isAlone = HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol);
        if (isAlone && context.Features.Get<IConnectionSocketFeature>() is not null)
            await new ConnectionTerminator(context.Features).TerminateAsync(termination, _dispatcher.Closing).ConfigureAwait(false);
        else
            context.Abort();
    }

    private async Task<WireResponse> DispatchAsync(HttpContext context)
    {
        using var body = new BoundedBuffer();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);

        string origin = context.Request.Scheme + "://" + context.Request.Host.ToUriComponent() + context.Request.PathBase.ToUriComponent();
        var received = new ReceivedRequest(context.Request.Method, origin, context.Request.Path.ToUriComponent(), body, name => GetFirstValue(context, name));
        return await _dispatcher.DispatchAsync(received, context.RequestAborted).ConfigureAwait(false);
    }

    private static string? GetFirstValue(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out StringValues values) ? values[0] : null;

    private async Task WriteAsync(HttpContext context, WireResponse response)
    {
        HttpResponse target = context.Response;
        target.StatusCode = response.HttpStatus;
        target.ContentType = response.ContentType;
        foreach ((string name, string value) in response.Headers)
            target.Headers.Append(name, value);
        if (response.IsGzipped)
            target.Headers.ContentEncoding = "gzip";

        using ResponseBodyStream body = _dispatcher.OpenBody(response);
        if (body.AnnouncedLength == 0)
            return;

        // The web server closes the connection by itself when less comes than was announced, after it has sent what there is.
        target.ContentLength = body.AnnouncedLength;
        await CopyAsync(body, target.Body, context.RequestAborted).ConfigureAwait(false);
    }

    // Flushed piece by piece, the headers first: a slow body is to be seen coming.
    private static async Task CopyAsync(ResponseBodyStream body, Stream target, CancellationToken cancellationToken)
    {
        await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(CopySize);
        try
        {
            while (await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int count)
            {
                await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
