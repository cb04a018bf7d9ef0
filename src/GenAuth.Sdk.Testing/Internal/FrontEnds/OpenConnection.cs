using System.Net.Sockets;

using GenAuth.Sdk.Testing.Internal.Service;

using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace GenAuth.Sdk.Testing.Internal.FrontEnds;

/// <summary>A client's connection, to be ended in a way the web server has no words for.</summary>
internal sealed class OpenConnection
{
    private readonly Socket _socket;
    private readonly IConnectionLifetimeFeature _lifetime;

    public OpenConnection(IFeatureCollection features)
    {
        _socket = features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        _lifetime = features.GetRequiredFeature<IConnectionLifetimeFeature>();
    }

    /// <summary>Ends it, and returns when the client has noticed or <paramref name="closing"/> is cancelled.</summary>
    public async Task EndAsync(Hangup hangup, CancellationToken closing)
    {
        try
        {
            if (hangup is Hangup.Close)
            {
                // Closed from here alone, and only half: closing the whole of it resets it if something was left unread.
                _socket.Shutdown(SocketShutdown.Send);
                await ClosedAsync(closing).ConfigureAwait(false);
            }
            else
            {
                // A linger time of zero is what makes closing a reset.
                _socket.Close(timeout: 0);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client was faster.
        }

        _lifetime.Abort();
    }

    private async Task ClosedAsync(CancellationToken closing)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (_lifetime.ConnectionClosed.Register(() => closed.TrySetResult()))
        using (closing.Register(() => closed.TrySetResult()))
            await closed.Task.ConfigureAwait(false);
    }
}
