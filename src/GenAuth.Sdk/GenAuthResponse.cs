using System.Text;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Contract;

namespace GenAuth.Sdk;

/// <summary>GenAuth's answer to an operation: success and failure alike. Immutable; look at <see cref="IsSuccess"/> or call <see cref="EnsureSuccess"/>.</summary>
/// <remarks>
/// The service answers HTTP 200 for failures too, so <see cref="StatusCode"/> is the <c>statusCode</c> of the body, not of
/// HTTP. The properties are publicly settable at initialization, so that a test double can return any answer; a test project
/// on an older language version (C# 7.3 is the default of .NET Framework and .NET Standard) needs
/// <c>&lt;LangVersion&gt;9.0&lt;/LangVersion&gt;</c> or newer for that. Source: the service contract.
/// </remarks>
public partial record GenAuthResponse
{
    /// <summary>Creates an answer, in a test double for example.</summary>
    public GenAuthResponse()
    {
    }

    internal GenAuthResponse(in ResponseMetadata metadata)
    {
        StatusCode = metadata.StatusCode;
        Message = metadata.Message;
        ApiCode = metadata.ApiCode;
        RequestId = metadata.RequestId;
        RetryAfter = metadata.RetryAfter;
        Operation = metadata.Operation;
        Attempts = metadata.Attempts;
        IsUnproven = !metadata.IsProof;
        FollowsUnknownOutcome = metadata.FollowsUnknownOutcome;
    }

    /// <summary>The business status: only 200 is success, see <see cref="IsSuccess"/>.</summary>
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; init; }

    /// <summary>
    /// The service's text for a person, in the language of the call; may be empty. At most 1 KiB, without control characters.
    /// Never branch on it; it may quote what was sent.
    /// </summary>
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

    /// <summary>
    /// How long the service asks to wait, from its <c>Retry-After</c> header (RFC 9110, 10.2.3); null when it does not (the
    /// usual case), <see cref="TimeSpan.MaxValue"/> when it asks for longer than a number holds.
    /// </summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the service did what was asked: <see cref="StatusCode"/> is 200, and the data does not say <c>"success":false</c>.</summary>
    [JsonIgnore]
    public bool IsSuccess => StatusCode == 200 && !IsDenied;

    /// <summary>The kind of failure: what to branch on.</summary>
    [JsonIgnore]
    public GenAuthErrorKind ErrorKind => IsDenied ? GenAuthErrorKind.InvalidOperation : ErrorKindMapper.Map(StatusCode, ApiCode, Operation is { SendsSms: true });

    /// <summary>Whether the service acted: over all attempts, if an earlier one may have been processed.</summary>
    [JsonIgnore]
    public RequestOutcome Outcome => FollowsUnknownOutcome && !IsSuccess ? RequestOutcome.Unknown : Classify().Outcome;

    /// <summary>Returns this answer if it is a success, so that a call can be chained.</summary>
    /// <returns>This instance.</returns>
    /// <exception cref="GenAuthApiException">The answer is a failure; <see cref="GenAuthException.Outcome"/> tells whether the service may have acted.</exception>
    public GenAuthResponse EnsureSuccess()
    {
        ThrowIfFailed();
        return this;
    }

    /// <summary>Whether both answers show the same. What led to them, the number of attempts for example, does not count.</summary>
    /// <param name="other">The other answer.</param>
    /// <returns>Whether they are of the same type and their public properties are equal.</returns>
    public virtual bool Equals(GenAuthResponse? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && EqualityContract == other.EqualityContract
            && (StatusCode, Message, ApiCode, RequestId, RetryAfter, ErrorKind, Outcome)
                == (other.StatusCode, other.Message, other.ApiCode, other.RequestId, other.RetryAfter, other.ErrorKind, other.Outcome));

    /// <inheritdoc />
    public override int GetHashCode() => (StatusCode, Message, ApiCode, RequestId, RetryAfter).GetHashCode();

    private protected void ThrowIfFailed()
    {
        if (!IsSuccess)
            throw ExceptionFactory.CreateApiException(this, ErrorKind);
    }

    /// <summary>Prints what may stand in a log. The service's text may quote what was sent, so it is left out.</summary>
    /// <param name="builder">Where to print.</param>
    /// <returns>True: something was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(FormattableString.Invariant(
            $"StatusCode = {StatusCode}, ApiCode = {ApiCode}, ErrorKind = {ErrorKind}, Outcome = {Outcome}, RequestId = {RequestId}"));
        return true;
    }
}
