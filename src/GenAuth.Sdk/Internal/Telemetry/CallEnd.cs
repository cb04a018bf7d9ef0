using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>How a call ended, as spans and metrics tell it.</summary>
internal readonly record struct CallEnd(RequestOutcome Outcome, string? ErrorType, string? RequestId, int? StatusCode = null, int? ApiCode = null)
{
    public static CallEnd Answered(GenAuthResponse response) =>
        new(response.Outcome, GetErrorType(response.ErrorKind), response.RequestId, response.StatusCode, response.ApiCode);

    public static CallEnd Failed(GenAuthException exception) => new(exception.Outcome, GetErrorType(exception), exception.RequestId);

    public static CallEnd Cancelled(Call call) => new(call.Outcome, typeof(OperationCanceledException).FullName, null);

    public static string GetErrorType(Exception exception) => exception.GetType().FullName!;

    // A user who is too quick or mistypes a code is no error of the application or of the service.
    private static string? GetErrorType(GenAuthErrorKind kind) =>
        kind is GenAuthErrorKind.None or GenAuthErrorKind.ResendTooSoon or GenAuthErrorKind.InvalidCode ? null : kind.ToString();
}
