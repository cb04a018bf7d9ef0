using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Mfa;

/// <summary>It sends an SMS by itself: everything that is promised of a send holds.</summary>
public class SendEnrollFactorRequestTests
{
    private const string Token = """{"statusCode":200,"data":{"enrollmentToken":"t0ken"}}""";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Opting_in_to_repeated_sends_repeats_none_of_these()
    {
        foreach (Step step in (Step[])[FailAfterSending(new IOException("reset")), Body("<html>", 503, "text/html", retryAfter: "0"), Body("{")])
        {
            using TestClient client = new TestClient(options => options.Retry.RetryUnknownOutcomes = true).Returning(step, Body(Token));

            GenAuthException exception = await Assert.ThrowsAnyAsync<GenAuthException>(() => SendAsync(client));

            Assert.Equal((RequestOutcome.Unknown, 1, Minute), (exception.Outcome, client.Requests, exception.ResendAfter));
        }
    }

    [Fact]
    public async Task A_returned_failure_with_an_unknown_outcome_says_when_to_ask_again()
    {
        using TestClient client = new TestClient(options => options.Retry.RetryUnknownOutcomes = true).Returning(Status(601), Body(Token));

        GenAuthApiException exception = Assert.Throws<GenAuthApiException>((await SendAsync(client)).EnsureSuccess);

        Assert.Equal((RequestOutcome.Unknown, 1, Minute), (exception.Outcome, client.Requests, exception.ResendAfter));
        Assert.EndsWith("An SMS may have been sent to enroll the factor: asking again may send a second one.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_before_the_request_left_names_no_wait()
    {
        using TestClient client = new TestClient().Returning(FailBeforeSending(new HttpRequestException("no route")));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => SendAsync(client));

        Assert.Equal((RequestOutcome.NotProcessed, 3, null), (exception.Outcome, client.Requests, exception.ResendAfter));
    }

    [Theory]
    [InlineData(422, null)]
    [InlineData(422, 4004)]
    [InlineData(499, 4004)]
    public async Task Too_soon_is_recognized(int status, int? apiCode)
    {
        using TestClient client = new TestClient().Returning(Status(status, apiCode));

        Assert.Equal((GenAuthErrorKind.ResendTooSoon, RequestOutcome.NotProcessed), ((await SendAsync(client)).ErrorKind, (await SendAsync(client)).Outcome));
    }

    [Fact]
    public async Task The_same_refusal_of_another_operation_is_another_answer()
    {
        using TestClient client = new TestClient().Returning(Status(422));

        GenAuthResponse<ActionToken> reset = await client.VerifyResetPasswordRequestAsync("5550100", "123456");

        Assert.Equal(GenAuthErrorKind.InvalidOperation, reset.ErrorKind);
        Assert.NotEqual(await SendAsync(client), reset);
    }

    private static Task<GenAuthResponse<ActionToken>> SendAsync(TestClient client) => client.SendEnrollFactorRequestAsync("at.user", "5550100");
}
