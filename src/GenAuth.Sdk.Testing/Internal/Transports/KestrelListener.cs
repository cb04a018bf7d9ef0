using System.IO.Pipelines;
using System.Security.Cryptography.X509Certificates;

using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>The transport over a real port.</summary>
internal sealed class KestrelListener : IDisposable, IAsyncDisposable
{
    // A client that stalls in the middle of a request must not hold up the end of a test.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;

    private KestrelListener(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.First()).Port;

    public static async Task<KestrelListener> StartAsync(
        RequestDispatcher dispatcher,
        HttpExchange exchange,
        ListenAddress address,
        X509Certificate2? certificate,
        CancellationToken cancellationToken)
    {
        // Empty: neither the environment nor a settings file of the project under test has a say in the emulator.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime>(new NoopHostLifetime());
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = ShutdownTimeout);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address.Ip, address.Port, endpoint =>
            {
                endpoint.Use(next => connection => ConnectAsync(dispatcher, ConnectionStage.Accepted, connection, next));
                if (certificate is not null)
                    endpoint.UseHttps(certificate);
                endpoint.Use(next => connection => ConnectAsync(dispatcher, ConnectionStage.Arriving, connection, next));
            });
        });

        WebApplication app = builder.Build();
        app.Run(exchange.ServeAsync);
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

    private static async Task ConnectAsync(RequestDispatcher dispatcher, ConnectionStage stage, ConnectionContext connection, ConnectionDelegate next)
    {
        try
        {
            if (await dispatcher.FindTerminationAsync(stage, connection.ConnectionClosed).ConfigureAwait(false) is { } termination)
            {
                if (stage is ConnectionStage.Arriving)
                    await WaitForRequestAsync(connection).ConfigureAwait(false);
                await new ConnectionTerminator(connection.Features).TerminateAsync(termination, dispatcher.Closing).ConfigureAwait(false);
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
    private static async Task WaitForRequestAsync(ConnectionContext connection)
    {
        ReadResult arrived = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed).ConfigureAwait(false);
        connection.Transport.Input.AdvanceTo(arrived.Buffer.Start);
    }
}
