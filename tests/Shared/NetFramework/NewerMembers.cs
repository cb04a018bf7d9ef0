using System.Net.Sockets;

namespace GenAuth.Sdk;

/// <summary>Members that the tests use and .NET Framework lacks.</summary>
internal static class NewerMembers
{
    extension(HttpContent content)
    {
        public Task CopyToAsync(Stream stream, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return content.CopyToAsync(stream);
        }
    }

    extension(Task)
    {
        public static Task Delay(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken) => clock.Delay(delay, cancellationToken);
    }

    extension(CancellationTokenSource source)
    {
        public Task CancelAsync() => Task.Run(source.Cancel);
    }

    extension(TcpListener listener)
    {
        // Stopping the listener ends the wait as well.
        public Task<TcpClient> AcceptTcpClientAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return listener.AcceptTcpClientAsync();
        }
    }

    extension(Stream stream)
    {
        public ValueTask WriteAsync(byte[] bytes, CancellationToken cancellationToken) => new(stream.WriteAsync(bytes, 0, bytes.Length, cancellationToken));
    }

    extension(string text)
    {
        public string[] Split(string separator) => text.Split([separator], StringSplitOptions.None);
    }
}
