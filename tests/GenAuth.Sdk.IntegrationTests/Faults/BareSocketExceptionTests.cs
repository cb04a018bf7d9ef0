using System.Net.Sockets;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>
/// The handler over sockets asks a new connection for its address, and when the server has hung up by then its
/// <see cref="SocketException"/> comes out unwrapped: once in some thousand resets, so here it is made to happen.
/// </summary>
public sealed class BareSocketExceptionTests
{
    [Fact]
    public async Task A_bare_SocketException_is_retried_as_a_failed_connection()
    {
        using var handler = new Unconnected();
        using var httpClient = new HttpClient(handler);
        var options = new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://example.genauth.ai"), Retry = { BaseDelay = TimeSpan.Zero } };

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => new AuthenticationClient(httpClient, options).SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal((RequestOutcome.NotProcessed, 3), (exception.Outcome, exception.Attempts));
    }

    private sealed class Unconnected : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(new SocketException((int)SocketError.NotConnected));
    }
}
