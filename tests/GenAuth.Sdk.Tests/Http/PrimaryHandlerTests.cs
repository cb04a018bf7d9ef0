using System.Net;

using GenAuth.Sdk.Internal.Http;

namespace GenAuth.Sdk.Tests.Http;

public class PrimaryHandlerTests
{
    [Fact]
    public void Clients_without_an_HttpClient_share_one_whose_own_timeout_never_interferes()
    {
        Assert.Same(PrimaryHandler.Shared, PrimaryHandler.Shared);
        Assert.Equal(Timeout.InfiniteTimeSpan, PrimaryHandler.Shared.Timeout);
    }

    [Fact]
    public void Connections_follow_no_redirects_keep_no_cookies_and_renew_themselves()
    {
        using SocketsHttpHandler handler = Assert.IsType<SocketsHttpHandler>(PrimaryHandler.Create());

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.True(handler.UseProxy);
        Assert.Equal(TimeSpan.FromMinutes(2), handler.PooledConnectionLifetime);
        Assert.Equal(DecompressionMethods.None, handler.AutomaticDecompression);
        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
    }
}
