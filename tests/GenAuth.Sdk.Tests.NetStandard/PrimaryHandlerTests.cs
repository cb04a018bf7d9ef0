using System.Net;

using GenAuth.Sdk.Internal.Http;

namespace GenAuth.Sdk.Tests.Http;

public class PrimaryHandlerTests
{
    [Fact]
    public void Connections_follow_no_redirects_keep_no_cookies_and_are_as_many_as_there_are_sends()
    {
        using HttpClientHandler handler = Assert.IsType<HttpClientHandler>(PrimaryHandler.Create(new Uri("https://tenant.example")));

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.True(handler.UseProxy);
        Assert.Equal(int.MaxValue, handler.MaxConnectionsPerServer);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
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
}
