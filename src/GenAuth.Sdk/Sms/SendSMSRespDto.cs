using System.Text;
using System.Text.Json.Serialization;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Contract;

namespace GenAuth.Sdk;

/// <summary>GenAuth's answer to a send: success and failure alike. Immutable; look at <see cref="GenAuthResponse.IsSuccess"/> or call <see cref="EnsureSuccess"/>.</summary>
public sealed record SendSMSRespDto : GenAuthResponse
{
    /// <summary>Creates an answer, in a test double for example.</summary>
    public SendSMSRespDto() => Operation = SendSMSDto.Operation;

    internal SendSMSRespDto(in ResponseMetadata metadata)
        : base(metadata)
    {
    }

    /// <summary>
    /// How long at most until the service takes another send for this number and channel: one minute after an SMS that went
    /// out or may have, and after <see cref="GenAuthErrorKind.ResendTooSoon"/> (<see cref="GenAuthResponse.RetryAfter"/> when it came);
    /// null when nothing keeps the next send. Show a countdown.
    /// </summary>
    [JsonIgnore]
    public TimeSpan? ResendAfter => ErrorKind is GenAuthErrorKind.ResendTooSoon
        ? RetryAfter ?? ServiceLimits.ResendWindow
        : Outcome is RequestOutcome.NotProcessed ? null : ServiceLimits.ResendWindow;

    /// <summary>Returns this answer if it is a success, so that a call can be chained.</summary>
    /// <returns>This instance.</returns>
    /// <exception cref="GenAuthApiException">The answer is a failure; <see cref="GenAuthException.Outcome"/> tells whether an SMS may have gone out.</exception>
    public new SendSMSRespDto EnsureSuccess()
    {
        ThrowIfFailed();
        return this;
    }

    // A countdown follows from what is printed already.
    /// <inheritdoc />
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
