using System.Net;
using System.Security.Cryptography.X509Certificates;

using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Builder;
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
                if (certificate is not null)
                    endpoint.UseHttps(certificate);
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

    private static async Task ServeAsync(Desk desk, HttpContext context)
    {
        using var body = new BoundedBuffer();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);

        var received = ReceivedRequest.Create(context.Request.Method, context.Request.Path.ToUriComponent(), body, name => FirstValue(context, name));
        try
        {
            Reply reply = await desk.ServeAsync(received, context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(context, reply).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static string? FirstValue(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out StringValues values) ? values[0] : null;

    private static async Task WriteAsync(HttpContext context, Reply reply)
    {
        HttpResponse response = context.Response;
        response.StatusCode = reply.HttpStatus;
        response.ContentType = reply.ContentType;
        if (reply.RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = seconds;
        if (reply.Body.Length == 0)
            return;

        response.ContentLength = reply.Body.Length;
        await response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
    }
}
