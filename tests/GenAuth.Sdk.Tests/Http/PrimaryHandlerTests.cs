using System.Net;

using GenAuth.Sdk.Internal.Http;

namespace GenAuth.Sdk.Tests.Http;

public class PrimaryHandlerTests
{
    private static readonly Uri Remote = new("https://tenant.example");

    [Fact]
    public void Clients_without_an_HttpClient_share_one_whose_own_timeout_never_interferes()
    {
        Assert.Same(PrimaryHandler.GetSharedClient(Remote), PrimaryHandler.GetSharedClient(new Uri("https://other.example")));
        Assert.Equal(Timeout.InfiniteTimeSpan, PrimaryHandler.GetSharedClient(Remote).Timeout);
    }

    [Fact]
    public void Clients_on_loopback_share_another_one()
    {
        HttpClient loopback = PrimaryHandler.GetSharedClient(new Uri("http://localhost:5000"));

        Assert.NotSame(PrimaryHandler.GetSharedClient(Remote), loopback);
        Assert.Same(PrimaryHandler.GetSharedClient(new Uri("http://[::1]")), loopback);
        Assert.Equal(Timeout.InfiniteTimeSpan, loopback.Timeout);
    }

    [Fact]
    public void Redirects_cookies_and_decompression_are_off()
    {
        using SocketsHttpHandler handler = Create();

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
    }

    [Fact]
    public void The_proxy_of_the_machine_is_used()
    {
        using SocketsHttpHandler handler = Create();

        Assert.True(handler.UseProxy);
    }

    [Fact]
    public void Connections_renew_themselves()
    {
        using SocketsHttpHandler handler = Create();

        Assert.Equal(TimeSpan.FromMinutes(2), handler.PooledConnectionLifetime);
    }

    [Fact]
    public void Certificates_are_judged_by_the_platform_alone()
    {
        using SocketsHttpHandler handler = Create();

        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.2")]
    [InlineData("https://[::1]:5000")]
    public void Connections_to_loopback_bypass_the_proxy(string appHost)
    {
        using SocketsHttpHandler handler = Assert.IsType<SocketsHttpHandler>(PrimaryHandler.Create(new Uri(appHost)));

        Assert.False(handler.UseProxy);
    }

    private static SocketsHttpHandler Create() => Assert.IsType<SocketsHttpHandler>(PrimaryHandler.Create(Remote));
}
