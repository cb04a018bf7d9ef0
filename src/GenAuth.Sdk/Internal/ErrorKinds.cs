namespace GenAuth.Sdk.Internal;

/// <summary>From status and api code to what a caller branches on. The api code is the more specific and wins.</summary>
internal static class ErrorKinds
{
    public static GenAuthErrorKind Of(int statusCode, int? apiCode) => (statusCode, apiCode) switch
    {
        (200, _) => GenAuthErrorKind.None,
        (_, GenAuthApiCodes.SmsSentTooRecently or GenAuthApiCodes.EmailSentTooRecently) => GenAuthErrorKind.ResendTooSoon,
        (_, GenAuthApiCodes.ApplicationNotFound or GenAuthApiCodes.ApplicationIdRequired or GenAuthApiCodes.UserPoolNotFound) => GenAuthErrorKind.Configuration,
        (_, GenAuthApiCodes.CodeWrongOrExpired or GenAuthApiCodes.CodeExpired) => GenAuthErrorKind.InvalidCode,
        (400 or 413, _) => GenAuthErrorKind.InvalidArgument,
        (401, _) => GenAuthErrorKind.Unauthorized,
        (402, _) => GenAuthErrorKind.PaymentRequired,
        (403, _) => GenAuthErrorKind.Forbidden,
        (404, _) => GenAuthErrorKind.NotFound,
        (409, _) => GenAuthErrorKind.Conflict,
        (422, null) => GenAuthErrorKind.ResendTooSoon,
        (422 or 499, _) => GenAuthErrorKind.InvalidOperation,
        (429, _) => GenAuthErrorKind.RateLimited,
        (500 or 501 or 502, _) => GenAuthErrorKind.Server,
        (503, _) => GenAuthErrorKind.ServiceUnavailable,
        ( >= 600 and <= 699, _) => GenAuthErrorKind.Provider,
        _ => GenAuthErrorKind.Unknown,
    };
}
