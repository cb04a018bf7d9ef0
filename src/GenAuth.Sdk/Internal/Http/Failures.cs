using System.Net;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>Builds the exceptions, each with the same facts and the same last sentence.</summary>
internal static class Failures
{
    public static GenAuthConnectionException Connection(Call call, RequestOutcome lastOutcome, Exception cause)
    {
        RequestOutcome outcome = call.OverallOutcome(lastOutcome);
        string what = lastOutcome is RequestOutcome.NotProcessed ? "GenAuth could not be reached" : "The connection broke before GenAuth's answer was there";
        return new(Compose(what, call, outcome), WithoutPrivateValues(call, cause))
        {
            Operation = Call.SendSms,
            Outcome = outcome,
            Attempts = call.Attempts,
        };
    }

    public static GenAuthTimeoutException Timeout(Call call, GenAuthTimeoutSource source, TimeSpan timeout, Exception cause)
    {
        RequestOutcome outcome = call.OutcomeWithoutAnswer();
        string deadline = source switch
        {
            GenAuthTimeoutSource.Attempt => "attempt timeout",
            GenAuthTimeoutSource.Total => "total timeout",
            _ => "timeout of the HttpClient",
        };
        return new(Compose(FormattableString.Invariant($"GenAuth did not answer within the {deadline} of {timeout.TotalSeconds:0.###} s"), call, outcome), WithoutPrivateValues(call, cause))
        {
            Operation = Call.SendSms,
            Outcome = outcome,
            Attempts = call.Attempts,
            TimeoutSource = source,
            Timeout = timeout,
        };
    }

    public static GenAuthResponseException Response(Call call, RequestOutcome lastOutcome, HttpStatusCode status, string? contentType, string body, string? requestId, TimeSpan? retryAfter, string reason)
    {
        RequestOutcome outcome = call.OverallOutcome(lastOutcome);
        string what = FormattableString.Invariant($"The answer is not GenAuth's: {reason} (HTTP {(int)status}, {contentType ?? "no content type"})");
        return new(Compose(what, call, outcome))
        {
            Operation = Call.SendSms,
            Outcome = outcome,
            Attempts = call.Attempts,
            RequestId = requestId,
            HttpStatusCode = status,
            ContentType = contentType,
            Body = body,
            RetryAfter = retryAfter,
        };
    }

    private static string Compose(string what, Call call, RequestOutcome outcome) =>
        FormattableString.Invariant($"{what}, after {call.Attempts} {(call.Attempts == 1 ? "attempt" : "attempts")} to {Call.SendSms}. {outcome.Describe()}");

    // The HTTP stack quotes malformed header lines, and a hostile server may put into them what it was sent.
    private static Exception? WithoutPrivateValues(Call call, Exception cause) =>
        call.PrivateValues.AppearIn(cause) ? null : cause;
}
