using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Codes;

public class PreCheckCodeTests
{
    private const string Right = """{"statusCode":200,"message":"ok","data":{"isValid":true}}""";
    private const string Wrong = """{"statusCode":200,"message":"ok","requestId":"r-1","data":{"isValid":false,"message":"wrong"}}""";

    [Fact]
    public async Task The_request_is_the_documented_one()
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient().Returning(recorded.Then(Body(Right)));

        (await client.PreCheckCodeAsync(SmsChannel.Login, "188 0000 8888", " ۱۲۳456 ", "86")).EnsureValid();

        Assert.Equal("/api/v3/pre-check-code", recorded.Path);
        recorded.AssertJson("""{"codeType":"SMS","smsCodePayload":{"phone":"18800008888","passCode":"123456","phoneCountryCode":"+86","channel":"CHANNEL_LOGIN"}}""");
        Assert.Null(recorded.Authorization);
    }

    [Fact]
    public async Task A_right_code_is_valid()
    {
        PreCheckCodeRespDto response = await CheckAsync(Body(Right));

        Assert.Equal((true, true, RequestOutcome.Processed), (response.IsSuccess, response.IsValid, response.Outcome));
        Assert.Same(response, response.EnsureValid());
    }

    [Fact]
    public async Task A_wrong_code_is_a_success_that_EnsureValid_does_not_let_pass()
    {
        PreCheckCodeRespDto response = await CheckAsync(Body(Wrong));

        Assert.Equal((true, false, GenAuthErrorKind.None), (response.IsSuccess, response.IsValid, response.ErrorKind));
        Assert.Same(response, response.EnsureSuccess());
        GenAuthApiException exception = Assert.Throws<GenAuthApiException>(response.EnsureValid);
        Assert.Equal(GenAuthErrorKind.InvalidCode, exception.ErrorKind);
        Assert.Equal("GenAuth answered PreCheckCode with InvalidCode (status 200, request id r-1). The code is wrong or expired.", exception.Message);
    }

    [Fact]
    public async Task A_refusal_is_not_valid()
    {
        PreCheckCodeRespDto response = await CheckAsync(Body("""{"statusCode":499,"apiCode":2011,"data":{"isValid":true}}"""));

        Assert.Equal((false, false), (response.IsSuccess, response.IsValid));
        Assert.Equal(GenAuthErrorKind.Configuration, Assert.Throws<GenAuthApiException>(response.EnsureValid).ErrorKind);
    }

    [Theory]
    [InlineData("""{"statusCode":200}""")]
    [InlineData("""{"statusCode":200,"data":null}""")]
    [InlineData("""{"statusCode":200,"data":{}}""")]
    [InlineData("""{"statusCode":200,"data":[true]}""")]
    [InlineData("""{"statusCode":200,"data":"true"}""")]
    [InlineData("""{"statusCode":200,"data":{"isValid":"true"}}""")]
    [InlineData("""{"statusCode":200,"data":{"isValid":1}}""")]
    [InlineData("""{"statusCode":200,"data":{"isValid":null}}""")]
    [InlineData("""{"statusCode":200,"data":{"success":false}}""")]
    public async Task A_success_that_does_not_say_whether_the_code_is_right_is_thrown(string body)
    {
        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => CheckAsync(Body(body)));

        Assert.Equal((RequestOutcome.Processed, 1), (exception.Outcome, exception.Attempts));
        Assert.StartsWith("GenAuth's answer is a success without the data it promises", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_outcome_is_repeated_by_default()
    {
        foreach (Step step in new[] { FailAfterSending(new IOException("reset")), Status(500), Body("<html>", 502, "text/html"), Status(408) })
        {
            using TestClient client = new TestClient().Returning(step, Body(Right));

            Assert.True((await client.PreCheckCodeAsync(SmsChannel.Login, "5550100", "123456")).IsValid);
            Assert.Equal(2, client.Requests);
        }
    }

    [Fact]
    public async Task A_lasting_failure_speaks_of_the_check()
    {
        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => CheckAsync(FailAfterSending(new IOException("reset"))));

        Assert.Equal(
            "The connection broke before GenAuth's answer was there, after 3 attempts to PreCheckCode. The code may have been checked, which does not use it up: asking again is safe.",
            exception.Message);
        Assert.Null(exception.ResendAfter);
    }

    [Fact]
    public async Task A_422_without_an_api_code_is_no_resend() =>
        Assert.Equal(GenAuthErrorKind.InvalidOperation, (await CheckAsync(Status(422))).ErrorKind);

    [Fact]
    public async Task The_code_and_the_number_are_masked()
    {
        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(
            () => CheckAsync(Body("<html>5550100 and 123-456</html>", 403, "text/html")));

        Assert.Equal("<html>*** and ***</html>", exception.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("12\n34")]
    [InlineData(null)]
    public async Task An_unusable_code_is_named_before_anything_is_sent(string? passCode)
    {
        using TestClient client = new TestClient().Returning(Body(Right));

        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => client.PreCheckCodeAsync(SmsChannel.Login, "5550100", passCode!));

        Assert.Equal("passCode", exception.ParamName);
        Assert.Equal(0, client.Requests);
    }

    [Fact]
    public async Task A_code_of_65_characters_is_refused_without_being_repeated()
    {
        string passCode = new('7', 65);
        using TestClient client = new TestClient().Returning(Body(Right));

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => client.PreCheckCodeAsync(SmsChannel.Login, "5550100", passCode));

        Assert.Equal("passCode", exception.ParamName);
        Assert.DoesNotContain("7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unset_channel_is_refused() =>
        Assert.Equal("channel", (await Assert.ThrowsAsync<ArgumentException>(() => CheckAsync(Body(Right), default(SmsChannel)))).ParamName);

    [Fact]
    public void A_double_can_return_any_answer()
    {
        Assert.True(new PreCheckCodeRespDto { StatusCode = 200, IsValid = true }.IsValid);
        Assert.False(new PreCheckCodeRespDto { StatusCode = 499, IsValid = true }.IsValid);
        Assert.NotEqual(new PreCheckCodeRespDto { StatusCode = 200, IsValid = true }, new PreCheckCodeRespDto { StatusCode = 200 });
    }

    private static async Task<PreCheckCodeRespDto> CheckAsync(Step step, SmsChannel? channel = null)
    {
        using TestClient client = new TestClient().Returning(step);
        return await client.PreCheckCodeAsync(channel ?? SmsChannel.Login, "5550100", "123456");
    }
}
