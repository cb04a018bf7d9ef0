using GenAuth.Sdk.Internal.Contract;

namespace GenAuth.Sdk.Internal.Calls;

/// <summary>Builds the exceptions, each with the same facts and the sentence that says what the caller may do next.</summary>
internal static class ExceptionFactory
{
    /// <summary>The exception for an attempt that ended without an answer of GenAuth.</summary>
    /// <param name="call">The call.</param>
    /// <param name="result">How the attempt ended.</param>
    /// <param name="requestSent">Whether the request of the attempt was sent.</param>
    /// <param name="outcome">The outcome over all attempts.</param>
    public static GenAuthException Create(Call call, AttemptResult result, bool requestSent, RequestOutcome outcome) => result switch
    {
        AttemptResult.Unexpected unexpected => CreateResponseException(call, unexpected.Response, outcome),
        AttemptResult.TimedOut timedOut => CreateTimeoutException(call, timedOut, outcome),
        AttemptResult.Failed failed => CreateConnectionException(call, failed.Cause, requestSent, outcome),
        _ => throw new InvalidOperationException("An answer is returned, never thrown."),
    };

    /// <summary>The caller's cancellation, with what became of the call until then.</summary>
    public static OperationCanceledException CreateCancellation(Call call, Exception cause, CancellationToken cancellationToken) =>
        new($"{call.Operation.Name} was cancelled by its caller. {call.Operation.Text.Describe(call.Outcome)}", KeepIfClean(call, cause), cancellationToken);

    /// <summary>The exception for an answer that is a failure.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="consequence">The last sentence; null for that of the outcome.</param>
    public static GenAuthApiException CreateApiException(GenAuthResponse response, GenAuthErrorKind kind, string? consequence = null)
    {
        Operation? operation = response.Operation;
        string apiCode = response.ApiCode is { } code ? FormattableString.Invariant($", api code {code}") : string.Empty;
        string request = response.RequestId is { } id ? $", request id {id}" : string.Empty;
        string name = operation?.Name ?? "the call";
        string answer = response.Outcome is RequestOutcome.NotProcessed ? $"refused {name}: {kind}" : $"answered {name} with {kind}";
        string what = FormattableString.Invariant($"GenAuth {answer} (status {response.StatusCode}{apiCode}{request}).");
        return new GenAuthApiException($"{what} {consequence ?? (operation?.Text ?? OutcomeText.Neutral).Describe(response.Outcome)}")
        {
            Operation = operation?.Name ?? string.Empty,
            Outcome = response.Outcome,
            Attempts = response.Attempts,
            RequestId = response.RequestId,
            ResendAfter = GetResendAfter(operation, response.Outcome),
            StatusCode = response.StatusCode,
            ApiCode = response.ApiCode,
            ErrorKind = kind,
            RetryAfter = response.RetryAfter,
            ServerMessage = response.Message,
        };
    }

    private static GenAuthConnectionException CreateConnectionException(Call call, Exception cause, bool requestSent, RequestOutcome outcome)
    {
        string what = requestSent ? "The connection broke before GenAuth's answer was there" : "GenAuth could not be reached";
        return new(Compose(what, call, outcome), KeepIfClean(call, cause))
        {
            Operation = call.Operation.Name,
            Outcome = outcome,
            Attempts = call.Attempts,
            ResendAfter = GetResendAfter(call.Operation, outcome),
        };
    }

    private static GenAuthTimeoutException CreateTimeoutException(Call call, AttemptResult.TimedOut timedOut, RequestOutcome outcome)
    {
        string deadline = timedOut.Source switch
        {
            GenAuthTimeoutSource.Attempt => "attempt timeout",
            GenAuthTimeoutSource.Total => "total timeout",
            _ when timedOut.IsOfHandler => "timeout of a handler of the HttpClient",
            _ => "timeout of the HttpClient",
        };
        string length = timedOut.Limit == Timeout.InfiniteTimeSpan ? string.Empty : FormattableString.Invariant($" of {timedOut.Limit.TotalSeconds:0.###} s");
        return new(Compose($"GenAuth did not answer within the {deadline}{length}", call, outcome), KeepIfClean(call, timedOut.Cause))
        {
            Operation = call.Operation.Name,
            Outcome = outcome,
            Attempts = call.Attempts,
            ResendAfter = GetResendAfter(call.Operation, outcome),
            TimeoutSource = timedOut.Source,
            Timeout = timedOut.Limit,
        };
    }

    private static GenAuthResponseException CreateResponseException(Call call, UnexpectedResponse response, RequestOutcome outcome)
    {
        string what = FormattableString.Invariant($"{response.Reason} (HTTP {(int)response.HttpStatusCode}, {response.ContentType ?? "no content type"})");
        return new(Compose(what, call, outcome))
        {
            Operation = call.Operation.Name,
            Outcome = outcome,
            Attempts = call.Attempts,
            RequestId = response.RequestId,
            ResendAfter = GetResendAfter(call.Operation, outcome),
            HttpStatusCode = response.HttpStatusCode,
            ContentType = response.ContentType,
            Body = response.Body,
            RetryAfter = response.RetryAfter,
        };
    }

    private static string Compose(string what, Call call, RequestOutcome outcome) =>
        FormattableString.Invariant($"{what}, after {call.Attempts} {(call.Attempts == 1 ? "attempt" : "attempts")} to {call.Operation.Name}. {call.Operation.Text.Describe(outcome)}");

    private static TimeSpan? GetResendAfter(Operation? operation, RequestOutcome outcome) =>
        operation is { SendsSms: true } && outcome is RequestOutcome.Unknown ? ServiceLimits.ResendWindow : null;

    // The HTTP stack quotes malformed header lines and proxy addresses, and a hostile server may echo what it was sent.
    private static Exception? KeepIfClean(Call call, Exception cause) => call.Sensitive.AreIn(cause) ? null : cause;
}
