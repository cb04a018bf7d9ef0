using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Security.Cryptography.X509Certificates;

using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace GenAuth.Sdk.Testing.Internal.FrontEnds;

/// <summary>The front end on a real port.</summary>
internal sealed class KestrelListener : IDisposable, IAsyncDisposable
{
    // A client that stalls in the middle of a request must not hold up the end of a test.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    private const int CopySize = 64 * 1024;

    private readonly WebApplication _app;

    private KestrelListener(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<KestrelListener> StartAsync(Desk desk, X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        // Empty: neither the environment nor a settings file of the project under test has a say in the emulator.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime>(new NoSignals());
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = ShutdownTimeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port: 0, endpoint =>
            {
                endpoint.Use(next => connection => ConnectAsync(desk, ConnectionStage.Accepted, connection, next));
                if (certificate is not null)
                    endpoint.UseHttps(certificate);
                endpoint.Use(next => connection => ConnectAsync(desk, ConnectionStage.Arriving, connection, next));
            });
        });

        WebApplication app = builder.Build();
        app.Run(context => ServeAsync(desk, context));
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new KestrelListener(app);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public void Dispose() => ((IDisposable)_app).Dispose();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task ConnectAsync(Desk desk, ConnectionStage stage, ConnectionContext connection, ConnectionDelegate next)
    {
        try
        {
            if (await desk.HangupAsync(stage, connection.ConnectionClosed).ConfigureAwait(false) is { } hangup)
            {
                if (stage is ConnectionStage.Arriving)
                    await ArrivalAsync(connection).ConfigureAwait(false);
                await new OpenConnection(connection.Features).EndAsync(hangup, desk.Closing).ConfigureAwait(false);
            }
            else
            {
                await next(connection).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            connection.Abort();
        }
    }

    // A connection that is reset before the client sends may look to it as if there had never been one, or not: it is a race.
    private static async Task ArrivalAsync(ConnectionContext connection)
    {
        ReadResult arrived = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed).ConfigureAwait(false);
        connection.Transport.Input.AdvanceTo(arrived.Buffer.Start);
    }

    private static async Task ServeAsync(Desk desk, HttpContext context)
    {
        try
        {
            using var body = new BoundedBuffer();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);

            var received = ReceivedRequest.Create(context.Request.Method, context.Request.Path.ToUriComponent(), body, name => FirstValue(context, name));
            Reply reply = await desk.ServeAsync(received, context.RequestAborted).ConfigureAwait(false);

            if (reply.Hangup is { } hangup)
                await new OpenConnection(context.Features).EndAsync(hangup, desk.Closing).ConfigureAwait(false);
            else
                await WriteAsync(desk, context, reply).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client went away, or the emulator is about to.
            context.Abort();
        }
    }

    private static string? FirstValue(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out StringValues values) ? values[0] : null;

    private static async Task WriteAsync(Desk desk, HttpContext context, Reply reply)
    {
        HttpResponse response = context.Response;
        response.StatusCode = reply.HttpStatus;
        response.ContentType = reply.ContentType;
        foreach ((string name, string value) in reply.Headers)
            response.Headers.Append(name, value);
        if (reply.IsGzipped)
            response.Headers.ContentEncoding = "gzip";

        using ReplyStream body = desk.Open(reply);
        if (body.AnnouncedLength == 0)
            return;

        // The web server closes the connection by itself when less comes than was announced, after it has sent what there is.
        response.ContentLength = body.AnnouncedLength;
        await CopyAsync(body, response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    // Flushed piece by piece, the headers first: a slow body is to be seen coming.
    private static async Task CopyAsync(ReplyStream body, Stream target, CancellationToken cancellationToken)
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
