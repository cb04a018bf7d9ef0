using System.Net;

using GenAuth.Sdk.Internal.Http;

namespace GenAuth.Sdk.Tests.Http;

public class PrimaryHandlerTests
{
    [Fact]
    public void Connections_follow_no_redirects_keep_no_cookies_and_are_as_many_as_there_are_sends()
    {
        using HttpClientHandler handler = Assert.IsType<HttpClientHandler>(PrimaryHandler.Create());

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.True(handler.UseProxy);
        Assert.Equal(int.MaxValue, handler.MaxConnectionsPerServer);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
    }
}
