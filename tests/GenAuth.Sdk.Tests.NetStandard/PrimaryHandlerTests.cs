using System.Net;

using GenAuth.Sdk.Internal.Http;

namespace GenAuth.Sdk.Tests.Http;

public class PrimaryHandlerTests
{
    [Fact]
    public void Redirects_cookies_and_decompression_are_off()
    {
        using HttpClientHandler handler = Create();

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
    }

    [Fact]
    public void The_proxy_of_the_machine_is_used()
    {
        using HttpClientHandler handler = Create();

        Assert.True(handler.UseProxy);
    }

    [Fact]
    public void Connections_are_as_many_as_there_are_sends()
    {
        using HttpClientHandler handler = Create();

        Assert.Equal(int.MaxValue, handler.MaxConnectionsPerServer);
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.2")]
    [InlineData("https://[::1]:5000")]
    public void Connections_to_loopback_bypass_the_proxy(string appHost)
    {
        using HttpClientHandler handler = Assert.IsType<HttpClientHandler>(PrimaryHandler.Create(new Uri(appHost)));

        Assert.False(handler.UseProxy);
        Assert.NotSame(PrimaryHandler.GetSharedClient(new Uri("https://tenant.example")), PrimaryHandler.GetSharedClient(new Uri(appHost)));
    }

    private static HttpClientHandler Create() => Assert.IsType<HttpClientHandler>(PrimaryHandler.Create(new Uri("https://tenant.example")));
}
