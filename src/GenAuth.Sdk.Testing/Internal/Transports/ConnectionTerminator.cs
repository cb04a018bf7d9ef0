using System.Net.Sockets;

using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>Ends a client's connection in ways that the web server offers no API for.</summary>
internal sealed class ConnectionTerminator
{
    private readonly Socket _socket;
    private readonly IConnectionLifetimeFeature _lifetime;

    public ConnectionTerminator(IFeatureCollection features)
    {
        _socket = features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        _lifetime = features.GetRequiredFeature<IConnectionLifetimeFeature>();
    }

    /// <summary>Ends the connection, and returns when the client has noticed or <paramref name="closing"/> is cancelled.</summary>
    public async Task TerminateAsync(ConnectionTermination termination, CancellationToken closing)
    {
        try
        {
            if (termination is ConnectionTermination.Close)
            {
                // Only the sending half: closing both halves while something is unread resets the connection.
                _socket.Shutdown(SocketShutdown.Send);
                await WaitForCloseAsync(closing).ConfigureAwait(false);
            }
            else
            {
                // A linger time of zero makes closing a reset.
                _socket.Close(timeout: 0);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client has already closed it.
        }

        _lifetime.Abort();
    }

    private async Task WaitForCloseAsync(CancellationToken closing)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (_lifetime.ConnectionClosed.Register(() => closed.TrySetResult()))
        using (closing.Register(() => closed.TrySetResult()))
            await closed.Task.ConfigureAwait(false);
    }
}
