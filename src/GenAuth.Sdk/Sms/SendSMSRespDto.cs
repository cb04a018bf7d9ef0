using System.Text;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal;
using GenAuth.Sdk.Internal.Resilience;

namespace GenAuth.Sdk;

/// <summary>GenAuth's answer to a send: success and failure alike. Immutable; look at <see cref="IsSuccess"/> or call <see cref="EnsureSuccess"/>.</summary>
/// <remarks>
/// The service answers HTTP 200 for failures too, so <see cref="StatusCode"/> is the <c>statusCode</c> of the body, not of
/// HTTP. The properties are publicly settable at initialization, so that a test double can return any answer.
/// </remarks>
public sealed record SendSMSRespDto
{
    /// <summary>The business status: 200, and only 200, is success.</summary>
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; init; }

    /// <summary>The service's text for a person, in the language of the call; may be empty. Never branch on it; it may quote what was sent.</summary>
    [JsonPropertyName("message")]
    public string Message { get; init; } = string.Empty;

    /// <summary>The specific error, see <see cref="GenAuthApiCodes"/>; null on success and where the service named none.</summary>
    [JsonPropertyName("apiCode")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ApiCode { get; init; }

    /// <summary>The service's id of the request, to quote to its support; null when none came.</summary>
    [JsonPropertyName("requestId")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestId { get; init; }

    /// <summary>How long the service asks to wait, from its <c>Retry-After</c> header; null when it does not (the usual case).</summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the SMS was accepted: <see cref="StatusCode"/> is 200.</summary>
    [JsonIgnore]
    public bool IsSuccess => StatusCode == 200;

    /// <summary>The kind of failure: what to branch on.</summary>
    [JsonIgnore]
    public GenAuthErrorKind ErrorKind => ErrorKinds.Of(StatusCode, ApiCode);

    /// <summary>
    /// Whether an SMS went out: over all attempts, if <see cref="GenAuthRetryOptions.RetryUnknownOutcomes"/> let an earlier
    /// one stay unknown.
    /// </summary>
    [JsonIgnore]
    public RequestOutcome Outcome => IsSuccess || !FollowsUnknownOutcome
        ? OutcomeTable.ForAnswer(StatusCode).Outcome
        : RequestOutcome.Unknown;

    /// <summary>How many attempts led here; carried along for the exception.</summary>
    internal int Attempts { get; init; } = 1;

    /// <summary>An earlier attempt of the same call may have been processed, so a refusal of the last one proves nothing.</summary>
    internal bool FollowsUnknownOutcome { get; init; }

    /// <summary>Returns this answer if it is a success, so that a call can be chained.</summary>
    /// <returns>This instance.</returns>
    /// <exception cref="GenAuthApiException">The answer is a failure; <see cref="GenAuthException.Outcome"/> tells whether an SMS may have gone out.</exception>
    public SendSMSRespDto EnsureSuccess()
    {
        if (IsSuccess)
            return this;

        throw new GenAuthApiException(Describe())
        {
            Operation = Call.SendSms,
            Outcome = Outcome,
            Attempts = Attempts,
            RequestId = RequestId,
            StatusCode = StatusCode,
            ApiCode = ApiCode,
            ErrorKind = ErrorKind,
            RetryAfter = RetryAfter,
            ServerMessage = Message,
        };
    }

    private string Describe()
    {
        string apiCode = ApiCode is { } code ? FormattableString.Invariant($", api code {code}") : string.Empty;
        string request = RequestId is { } id ? $", request id {id}" : string.Empty;
        return FormattableString.Invariant($"GenAuth refused the send: {ErrorKind} (status {StatusCode}{apiCode}{request}). {Outcome.Describe()}");
    }

    // The text of the service may quote the phone number, so it stays out of ToString(), which ends up in logs.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(FormattableString.Invariant(
            $"StatusCode = {StatusCode}, ApiCode = {ApiCode}, ErrorKind = {ErrorKind}, Outcome = {Outcome}, RequestId = {RequestId}"));
        return true;
    }
}
