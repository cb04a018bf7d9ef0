using System.Net;

using GenAuth.Sdk.Tests.Shared;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.IntegrationTests.Client.Hostile;

/// <summary>The platform quotes a proxy's address with its password when the proxy refuses.</summary>
public class ProxyTests
{
    private const string Password = "pr0xy-passw0rd";

    [Theory]
    [InlineData("502 Bad Gateway")]
    [InlineData("503 Service Unavailable")]
    [InlineData("407 Proxy Authentication Required")]
    [InlineData("403 Forbidden")]
    public async Task The_password_of_a_proxy_that_refuses_is_nowhere(string status)
    {
        await using RawServer proxy = RawServer.Answering(status, "no", "text/plain", "Proxy-Authenticate: Basic realm=\"x\"\r\n");
        using var eavesdropper = new Eavesdropper();
        using ILoggerFactory logging = LoggerFactory.Create(builder => builder.AddProvider(eavesdropper).SetMinimumLevel(LogLevel.Trace));
        using var handler = new SocketsHttpHandler { Proxy = new NamedProxy(new Uri($"http://user:{Password}@127.0.0.1:{proxy.AppHost.Port}")), UseProxy = true };
        using var httpClient = new HttpClient(handler);
        var client = new AuthenticationClient(
            httpClient,
            new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example"), Retry = { BaseDelay = TimeSpan.Zero } },
            logging.CreateLogger<AuthenticationClient>());

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendSmsAsync(SmsChannel.Login, "5550100"));

        eavesdropper.Note("exception", exception);
        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.NotEmpty(eavesdropper.Heard);
        Assert.DoesNotContain(
            eavesdropper.Heard.Where(line => !line.StartsWith(Eavesdropper.RuntimeEvent, StringComparison.Ordinal)),
            line => line.Contains(Password, StringComparison.OrdinalIgnoreCase));
    }

    private sealed class NamedProxy(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
