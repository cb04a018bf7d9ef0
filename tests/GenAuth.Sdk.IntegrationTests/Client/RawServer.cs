using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GenAuth.Sdk.IntegrationTests.Client;

/// <summary>A server that speaks bytes, for everything a web server would not say. It counts the requests that arrived whole.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<Stream, CancellationToken, Task> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly bool _answersUnasked;
    private readonly Task _accepting;
    private int _requests;

    /// <param name="answer">Answers one request that was read whole.</param>
    /// <param name="certificate">Speaks TLS with it.</param>
    /// <param name="answersUnasked">Answers before the request was read.</param>
    public RawServer(Func<Stream, CancellationToken, Task> answer, X509Certificate2? certificate = null, bool answersUnasked = false)
    {
        _answer = answer;
        _answersUnasked = answersUnasked;
        _certificate = certificate;
        _listener.Start();
        AppHost = new Uri($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri AppHost { get; }

    /// <summary>Leaves connections open after an answer.</summary>
    public bool KeepsAlive { get; init; }

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Answers every request with these bytes and closes.</summary>
    public static RawServer Saying(string response, X509Certificate2? certificate = null) =>
        new((stream, cancellationToken) => stream.WriteAsync(Encoding.UTF8.GetBytes(response), cancellationToken).AsTask(), certificate);

    /// <summary>Answers every request with this status and body.</summary>
    public static RawServer Answering(string status, string body, string contentType = "application/json", string headers = "") =>
        Saying($"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}Connection: close\r\n\r\n{body}");

    /// <summary>Takes requests and keeps silent.</summary>
    public static RawServer Silent() => new((_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken));

    public AuthenticationClient CreateClient(Action<GenAuthClientOptions>? configure = null)
    {
        var options = new GenAuthClientOptions { AppId = "app-1", AppHost = AppHost };
        configure?.Invoke(options);
        return new AuthenticationClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using TcpClient _ = connection;

        // Writing to a client that reads no more ends no other way on every platform.
        using CancellationTokenRegistration stop = _stopping.Token.Register(connection.Close);
        try
        {
            using Stream stream = await OpenAsync(connection);
            if (_answersUnasked)
                await _answer(stream, _stopping.Token);

            // A client that keeps the connection asks again on it.
            while (await ReadRequestAsync(stream))
            {
                Interlocked.Increment(ref _requests);
                if (_answersUnasked)
                    return;

                await _answer(stream, _stopping.Token);
                if (!KeepsAlive)
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or SocketException or AuthenticationException)
        {
            // The client went away, which is what some tests are about.
        }
    }

    private async Task<Stream> OpenAsync(TcpClient connection)
    {
        if (_certificate is null)
            return connection.GetStream();

        var tls = new SslStream(connection.GetStream());
        await tls.AuthenticateAsServerAsync(_certificate);
        return tls;
    }

    private async Task<bool> ReadRequestAsync(Stream stream)
    {
        var received = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (true)
        {
            int read = await stream.ReadAsync(buffer, _stopping.Token);
            if (read == 0)
                return false;

            received.Append(Encoding.ASCII.GetString(buffer, 0, read));
            string text = received.ToString();
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && text.Length - end - 4 >= ContentLength(text))
                return true;
        }
    }

    private static int ContentLength(string head)
    {
        // A CONNECT to a proxy has no body.
        string line = head.Split("\r\n").SingleOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal)) ?? "0";
        return int.Parse(line.Replace("Content-Length: ", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
    }
}
