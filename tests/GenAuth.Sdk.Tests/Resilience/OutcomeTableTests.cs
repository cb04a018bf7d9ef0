using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Resilience;

/// <summary>Every row of the README's table "what happened → outcome → retried", by counting attempts.</summary>
public class OutcomeTableTests
{
    private const int All = 3;

    public static TheoryData<string, Exception> FailuresThatHeal => new()
    {
        { "DNS", HandlerFailures.NoSuchHost },
        { "refused", HandlerFailures.Refused },
        { "proxy", HandlerFailures.ProxyTunnel },
        { "a server that hangs up at once", new SocketException((int)SocketError.ConnectionReset) },
        { "unclassified", new HttpRequestException("a handler of an older platform") },
        { "socket", new IOException("broken pipe") },
    };

    [Theory]
    [MemberData(nameof(FailuresThatHeal))]
    public async Task A_failure_before_the_request_left_is_retried(string _, Exception failure)
    {
        using TestClient client = new TestClient().Returning(FailBeforeSending(failure));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

        AssertFailure(client, exception, RequestOutcome.NotProcessed, All);
        Assert.Same(failure, exception.InnerException);
        Assert.Equal("GenAuth could not be reached, after 3 attempts to SendSms. No SMS was sent.", exception.Message);
    }

    [Fact]
    public async Task A_retry_that_gets_through_returns_its_answer()
    {
        using TestClient client = new TestClient().Returning(FailBeforeSending(new HttpRequestException("refused")), Body(Success));

        SendSMSRespDto response = await client.SendAsync();

        Assert.True(response.IsSuccess);
        Assert.Equal(RequestOutcome.Processed, response.Outcome);
        Assert.Equal(2, client.Requests);
    }

    public static TheoryData<string, Exception> FailuresThatDoNotHeal => new()
    {
        { "TLS", HandlerFailures.Handshake },
        { "certificate", new HttpRequestException("an older platform", new AuthenticationException("certificate")) },
        { "a bug in a handler", new InvalidOperationException("bug") },
    };

    [Theory]
    [MemberData(nameof(FailuresThatDoNotHeal))]
    public async Task A_permanent_failure_before_the_request_left_is_not_retried(string _, Exception failure)
    {
        using TestClient client = new TestClient().Returning(FailBeforeSending(failure));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

        AssertFailure(client, exception, RequestOutcome.NotProcessed, 1);
    }

    public static TheoryData<string, Exception> AnyFailure => new()
    {
        { "reset", HandlerFailures.Reset },
        { "refused, says the handler", HandlerFailures.Refused },
        { "TLS", HandlerFailures.Handshake },
        { "socket", new IOException("reset") },
        { "a bug in a handler", new InvalidOperationException("bug") },
    };

    [Theory]
    [MemberData(nameof(AnyFailure))]
    public async Task Any_failure_after_the_request_left_is_unknown_after_one_request(string _, Exception failure)
    {
        using TestClient client = new TestClient().Returning(FailAfterSending(failure));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

        AssertFailure(client, exception, RequestOutcome.Unknown, 1);
        Assert.Equal(
            "The connection broke before GenAuth's answer was there, after 1 attempt to SendSms. An SMS may have been sent: sending again may send a second one.",
            exception.Message);
    }

    [Theory]
    [InlineData(200, RequestOutcome.Processed, 1)]
    [InlineData(400, RequestOutcome.NotProcessed, 1)]
    [InlineData(401, RequestOutcome.NotProcessed, 1)]
    [InlineData(402, RequestOutcome.NotProcessed, 1)]
    [InlineData(403, RequestOutcome.NotProcessed, 1)]
    [InlineData(404, RequestOutcome.NotProcessed, 1)]
    [InlineData(409, RequestOutcome.NotProcessed, 1)]
    [InlineData(413, RequestOutcome.NotProcessed, 1)]
    [InlineData(422, RequestOutcome.NotProcessed, 1)]
    [InlineData(429, RequestOutcome.NotProcessed, 1)]
    [InlineData(499, RequestOutcome.NotProcessed, 1)]
    [InlineData(503, RequestOutcome.NotProcessed, All, "requestId")]
    [InlineData(503, RequestOutcome.NotProcessed, All, "uniqueId")]
    [InlineData(503, RequestOutcome.NotProcessed, All, "request_id")]
    [InlineData(503, RequestOutcome.Unknown, 1)]
    [InlineData(405, RequestOutcome.Unknown, 1)]
    [InlineData(408, RequestOutcome.Unknown, 1)]
    [InlineData(410, RequestOutcome.Unknown, 1)]
    [InlineData(418, RequestOutcome.Unknown, 1)]
    [InlineData(425, RequestOutcome.Unknown, 1)]
    [InlineData(500, RequestOutcome.Unknown, 1)]
    [InlineData(501, RequestOutcome.Unknown, 1)]
    [InlineData(502, RequestOutcome.Unknown, 1)]
    [InlineData(504, RequestOutcome.Unknown, 1)]
    [InlineData(601, RequestOutcome.Unknown, 1)]
    [InlineData(602, RequestOutcome.Unknown, 1)]
    [InlineData(603, RequestOutcome.Unknown, 1)]
    [InlineData(-1, RequestOutcome.Unknown, 1)]
    [InlineData(0, RequestOutcome.Unknown, 1)]
    [InlineData(201, RequestOutcome.Unknown, 1)]
    [InlineData(302, RequestOutcome.Unknown, 1)]
    [InlineData(399, RequestOutcome.Unknown, 1)]
    [InlineData(1000, RequestOutcome.Unknown, 1)]
    public async Task An_answer_decides_by_its_business_status_whatever_HTTP_says(int statusCode, RequestOutcome outcome, int attempts, string? id = null)
    {
        foreach (int http in new[] { 200, 201, 400, 404, 500, 502, 503 })
        {
            string body = id is null ? $$"""{"statusCode":{{statusCode}}}""" : $$"""{"statusCode":{{statusCode}},"{{id}}":"r-1"}""";
            using TestClient client = new TestClient().Returning(Body(body, http, requestId: "edge-7"));

            SendSMSRespDto response = await client.SendAsync();

            Assert.Equal(statusCode, response.StatusCode);
            Assert.Equal(outcome, response.Outcome);
            Assert.Equal(attempts, client.Requests);
        }
    }

    [Fact]
    public async Task A_response_without_content_is_unknown()
    {
        using TestClient client = new TestClient().Returning(async (request, cancellationToken) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = null };
        });

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync());

        AssertFailure(client, exception, RequestOutcome.Unknown, 1);
        Assert.Contains("the body is empty", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, RequestOutcome.Unknown)]
    [InlineData(204, RequestOutcome.Unknown)]
    [InlineData(302, RequestOutcome.Unknown)]
    [InlineData(307, RequestOutcome.Unknown)]
    [InlineData(400, RequestOutcome.Unknown)]
    [InlineData(403, RequestOutcome.Unknown)]
    [InlineData(404, RequestOutcome.Unknown)]
    [InlineData(407, RequestOutcome.NotProcessed)]
    [InlineData(413, RequestOutcome.NotProcessed)]
    [InlineData(414, RequestOutcome.NotProcessed)]
    [InlineData(429, RequestOutcome.NotProcessed)]
    [InlineData(431, RequestOutcome.NotProcessed)]
    [InlineData(500, RequestOutcome.Unknown)]
    [InlineData(502, RequestOutcome.Unknown)]
    [InlineData(503, RequestOutcome.Unknown)]
    [InlineData(504, RequestOutcome.Unknown)]
    public async Task An_unexpected_response_is_thrown_after_one_request(int http, RequestOutcome outcome)
    {
        using TestClient client = new TestClient().Returning(Body("<html>gateway</html>", http, "text/html"));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync());

        AssertFailure(client, exception, outcome, 1);
        Assert.Equal((HttpStatusCode)http, exception.HttpStatusCode);
    }

    [Theory]
    [InlineData(429, 200)]
    [InlineData(429, 429)]
    [InlineData(503, 200)]
    [InlineData(503, 503)]
    public async Task An_answer_with_RetryAfter_is_returned_after_its_retries(int statusCode, int http)
    {
        using TestClient client = new TestClient().Returning(statusCode == 503 ? Maintenance(http, "3") : Status(statusCode, http: http, retryAfter: "3"));

        SendSMSRespDto response = await client.SendAsync();

        Assert.Equal(RequestOutcome.NotProcessed, response.Outcome);
        Assert.Equal(TimeSpan.FromSeconds(3), response.RetryAfter);
        Assert.Equal(All, client.Requests);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_gateways_error_page_with_RetryAfter_proves_nothing(int http)
    {
        using TestClient client = new TestClient().Returning(Body("guru meditation", http, "text/html", retryAfter: "3"));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync());

        AssertFailure(client, exception, RequestOutcome.Unknown, 1);
        Assert.Equal(TimeSpan.FromSeconds(3), exception.RetryAfter);
        Assert.Equal(TimeSpan.FromMinutes(1), exception.ResendAfter);
    }

    [Fact]
    public async Task A_gateways_throttling_with_RetryAfter_is_thrown_after_its_retries()
    {
        using TestClient client = new TestClient().Returning(Body("slow down", 429, "text/plain", retryAfter: "3"));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync());

        AssertFailure(client, exception, RequestOutcome.NotProcessed, All);
        Assert.Equal(TimeSpan.FromSeconds(3), exception.RetryAfter);
    }

    [Theory]
    [InlineData(500, 200)]
    [InlineData(422, 503)]
    [InlineData(422, 429)]
    public async Task RetryAfter_alone_makes_nothing_retried(int statusCode, int http)
    {
        using TestClient client = new TestClient().Returning(Status(statusCode, http: http, retryAfter: "1"));

        Assert.Equal(statusCode, (await client.SendAsync()).StatusCode);
        Assert.Equal(1, client.Requests);
    }

    private static void AssertFailure(TestClient client, GenAuthException exception, RequestOutcome outcome, int attempts)
    {
        Assert.Equal(outcome, exception.Outcome);
        Assert.Equal(attempts, exception.Attempts);
        Assert.Equal(attempts, client.Requests);
        Assert.Equal("SendSms", exception.Operation);
    }
}
