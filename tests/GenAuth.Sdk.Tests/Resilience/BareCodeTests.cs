using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Resilience;

/// <summary>Answers with a <c>code</c> and no <c>statusCode</c>: gateways write them, too.</summary>
public class BareCodeTests
{
    [Theory]
    [InlineData("""{"code":503,"requestId":"r-1"}""", 503)]
    [InlineData("""{"kind":"Status","apiVersion":"v1","status":"Failure","code":503}""", 503)]
    [InlineData("""{"code":429,"message":"slow down"}""", 429)]
    [InlineData("""{"code":"429"}""", 429)]
    [InlineData("""{"code":14,"message":"unavailable","details":[]}""", 503)]
    [InlineData("""{"code":400}""", 400)]
    [InlineData("""{"code":413}""", 413)]
    public async Task A_code_without_a_statusCode_proves_nothing_but_success(string body, int http)
    {
        using TestClient client = new TestClient().Returning(Body(body, http, retryAfter: "1"));

        SendSMSRespDto response = await client.SendAsync();

        Assert.False(response.IsSuccess);
        Assert.Equal(RequestOutcome.Unknown, response.Outcome);
        Assert.Equal(RequestOutcome.Unknown, Assert.Throws<GenAuthApiException>(response.EnsureSuccess).Outcome);
        Assert.Equal(1, client.Requests);
    }

    [Fact]
    public async Task A_code_of_200_is_a_success()
    {
        using TestClient client = new TestClient().Returning(Body("""{"code":200}"""));

        Assert.Equal(RequestOutcome.Processed, (await client.SendAsync()).Outcome);
    }
}
