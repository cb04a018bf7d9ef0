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
    [InlineData(499, 2001, GenAuthErrorKind.InvalidCode)]
    [InlineData(499, 2300, GenAuthErrorKind.InvalidCode)]
    [InlineData(400, 2001, GenAuthErrorKind.InvalidCode)]
    [InlineData(200, 2001, GenAuthErrorKind.None)]
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

    [Fact]
    public void The_numbers_of_the_kinds_are_fixed_because_programs_store_them() => Assert.Equal(
        [
            (GenAuthErrorKind.Unknown, 0), (GenAuthErrorKind.None, 1), (GenAuthErrorKind.InvalidArgument, 2), (GenAuthErrorKind.Unauthorized, 3),
            (GenAuthErrorKind.PaymentRequired, 4), (GenAuthErrorKind.Forbidden, 5), (GenAuthErrorKind.NotFound, 6), (GenAuthErrorKind.Conflict, 7),
            (GenAuthErrorKind.ResendTooSoon, 8), (GenAuthErrorKind.InvalidOperation, 9), (GenAuthErrorKind.RateLimited, 10), (GenAuthErrorKind.Configuration, 11),
            (GenAuthErrorKind.Provider, 12), (GenAuthErrorKind.ServiceUnavailable, 13), (GenAuthErrorKind.Server, 14), (GenAuthErrorKind.InvalidCode, 15),
        ],
        typeof(GenAuthErrorKind).GetFields()
                .Where(field => field.IsLiteral)
                .Select(field => ((GenAuthErrorKind)field.GetRawConstantValue()!, (int)field.GetRawConstantValue()!)));
}
