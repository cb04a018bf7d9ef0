namespace GenAuth.Sdk.Tests.Resilience;

public class ErrorKindTests
{
    [Theory]
    [InlineData(200, null, GenAuthErrorKind.None)]
    [InlineData(200, 4004, GenAuthErrorKind.None)]
    [InlineData(400, null, GenAuthErrorKind.InvalidArgument)]
    [InlineData(413, null, GenAuthErrorKind.InvalidArgument)]
    [InlineData(401, 2020, GenAuthErrorKind.Unauthorized)]
    [InlineData(402, 4021, GenAuthErrorKind.PaymentRequired)]
    [InlineData(403, 2333, GenAuthErrorKind.Forbidden)]
    [InlineData(404, 2004, GenAuthErrorKind.NotFound)]
    [InlineData(409, 2035, GenAuthErrorKind.Conflict)]
    [InlineData(422, 4004, GenAuthErrorKind.ResendTooSoon)]
    [InlineData(422, 2080, GenAuthErrorKind.ResendTooSoon)]
    [InlineData(499, 4004, GenAuthErrorKind.ResendTooSoon)]
    [InlineData(422, null, GenAuthErrorKind.ResendTooSoon)]
    [InlineData(422, 2035, GenAuthErrorKind.InvalidOperation)]
    [InlineData(499, null, GenAuthErrorKind.InvalidOperation)]
    [InlineData(429, null, GenAuthErrorKind.RateLimited)]
    [InlineData(499, 2011, GenAuthErrorKind.Configuration)]
    [InlineData(499, 2101, GenAuthErrorKind.Configuration)]
    [InlineData(404, 2224, GenAuthErrorKind.Configuration)]
    [InlineData(500, null, GenAuthErrorKind.Server)]
    [InlineData(501, null, GenAuthErrorKind.Server)]
    [InlineData(502, null, GenAuthErrorKind.Server)]
    [InlineData(503, null, GenAuthErrorKind.ServiceUnavailable)]
    [InlineData(600, null, GenAuthErrorKind.Provider)]
    [InlineData(601, null, GenAuthErrorKind.Provider)]
    [InlineData(602, 1234, GenAuthErrorKind.Provider)]
    [InlineData(699, null, GenAuthErrorKind.Provider)]
    [InlineData(700, null, GenAuthErrorKind.Unknown)]
    [InlineData(599, null, GenAuthErrorKind.Unknown)]
    [InlineData(418, null, GenAuthErrorKind.Unknown)]
    [InlineData(0, null, GenAuthErrorKind.Unknown)]
    public void The_kind_follows_from_status_and_api_code(int statusCode, int? apiCode, GenAuthErrorKind kind)
    {
        var response = new SendSMSRespDto { StatusCode = statusCode, ApiCode = apiCode };

        Assert.Equal(kind, response.ErrorKind);
        Assert.Equal(kind is GenAuthErrorKind.None, response.IsSuccess);
    }
}
