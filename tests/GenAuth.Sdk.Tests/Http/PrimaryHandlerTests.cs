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
}
