#if NET
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GenAuth.Sdk.Tests.Http;

public class LoopbackProxyTests
{
    [Fact]
    public async Task A_client_without_an_HttpClient_asks_no_proxy_for_the_way_to_loopback()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var appHost = new Uri($"http://{listener.LocalEndpoint}");
        IWebProxy systemProxy = HttpClient.DefaultProxy;
        var proxy = new RecordingProxy(systemProxy);
        HttpClient.DefaultProxy = proxy;
        try
        {
            var client = new AuthenticationClient(new GenAuthClientOptions { AppId = "app-1", AppHost = appHost, Retry = { MaxRetries = 0 } });
            Task<SendSMSRespDto> send = client.SendSmsAsync(SmsChannel.Login, "5550100");
            (await listener.AcceptTcpClientAsync()).Dispose();
            await Assert.ThrowsAsync<GenAuthConnectionException>(() => send);
        }
        finally
        {
            HttpClient.DefaultProxy = systemProxy;
        }

        Assert.DoesNotContain(appHost.Authority, proxy.AskedFor);
    }

    private sealed class RecordingProxy(IWebProxy inner) : IWebProxy
    {
        public ConcurrentBag<string> AskedFor { get; } = [];

        public ICredentials? Credentials { get => inner.Credentials; set => inner.Credentials = value; }

        public Uri? GetProxy(Uri destination)
        {
            AskedFor.Add(destination.Authority);
            return inner.GetProxy(destination);
        }

        public bool IsBypassed(Uri host)
        {
            AskedFor.Add(host.Authority);
            return inner.IsBypassed(host);
        }
    }
}
#endif
