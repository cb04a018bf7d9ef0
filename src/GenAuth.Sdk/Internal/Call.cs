using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Resilience;

namespace GenAuth.Sdk.Internal;

/// <summary>One <c>SendSmsAsync</c> on its way: what to send, and what has been learnt over its attempts so far.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Each attempt's request owns and disposes its body; the call only asks it whether it left.")]
internal sealed class Call
{
    public const string SendSms = "SendSms";

    private readonly TimeProvider _clock;
    private readonly long _startedAt;
    private RequestBody? _attemptBody;

    private Call(string channel, byte[] body, CallHeaders headers, PrivateValues privateValues, TimeSpan totalTimeout, TimeProvider clock)
    {
        Channel = channel;
        Body = body;
        Headers = headers;
        PrivateValues = privateValues;
        TotalTimeout = totalTimeout;
        _clock = clock;
        _startedAt = clock.GetTimestamp();
    }

    /// <summary>Prepares a call, refusing what cannot be sent before anything is.</summary>
    public static Call Create(SendSMSDto body, GenAuthRequestOptions? requestOptions, GenAuthClientOptions options)
    {
        CallHeaders headers = CallHeaders.Create(requestOptions, options.Language, nameof(requestOptions));

        if (requestOptions?.Timeout is { } timeout && !GenAuthClientOptionsValidator.IsTimeout(timeout))
            throw new ArgumentException("GenAuthRequestOptions.Timeout must be between 10 ms and one day.", nameof(requestOptions));

        return new Call(
            SmsChannel.NameInTelemetry(body.Channel),
            GenAuthJsonContext.Serialize(body),
            headers,
            new PrivateValues(body.PhoneNumber, headers),
            requestOptions?.Timeout ?? options.TotalTimeout,
            options.TimeProvider);
    }

    /// <summary>The purpose as telemetry may name it.</summary>
    public string Channel { get; }

    public byte[] Body { get; }

    public CallHeaders Headers { get; }

    public PrivateValues PrivateValues { get; }

    public TimeSpan TotalTimeout { get; }

    public int Attempts { get; private set; }

    /// <summary>Set when an attempt that may have been processed is followed by another.</summary>
    public bool FollowsUnknownOutcome { get; private set; }

    /// <summary>Whether a timeout of the current attempt is that of the whole call.</summary>
    public bool TotalTimeoutIsNext { get; private set; }

    /// <summary>Whether the wait before this attempt took longer than it was to, so that no time is left for it.</summary>
    public bool IsOverdue { get; private set; }

    /// <summary>How long to wait before the next attempt, once one was decided on.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>The span of this call, when somebody listens.</summary>
    public Activity? Span { get; set; }

    public TimeSpan Elapsed => _clock.GetElapsedTime(_startedAt);

    public TimeSpan Remaining => TotalTimeout - Elapsed;

    /// <summary>How long the next attempt may take: as long as any, but no longer than the call.</summary>
    public TimeSpan NextTimeout(TimeSpan attemptTimeout)
    {
        TimeSpan left = Attempts == 0 ? TotalTimeout : Remaining;
        IsOverdue = left <= TimeSpan.Zero;
        TotalTimeoutIsNext = left <= attemptTimeout;
        return TotalTimeoutIsNext ? left : attemptTimeout;
    }

    public RequestBody BeginAttempt()
    {
        Attempts++;
        return _attemptBody = new RequestBody(Body);
    }

    /// <summary>Whether the request of the last attempt left; from here on it no longer can.</summary>
    public bool EndAttempt() => _attemptBody?.Close() ?? false;

    /// <summary>Settles an attempt that another is to follow: what ends the wait in between no longer asks how it went.</summary>
    public void SettleAttempt(RequestOutcome outcome)
    {
        FollowsUnknownOutcome |= outcome is RequestOutcome.Unknown;
        _attemptBody = null;
    }

    /// <summary>The outcome over all attempts, given that of the last.</summary>
    public RequestOutcome OverallOutcome(RequestOutcome last) =>
        last is not RequestOutcome.Processed && FollowsUnknownOutcome ? RequestOutcome.Unknown : last;

    /// <summary>The outcome over all attempts, when the last ended without an answer.</summary>
    public RequestOutcome OutcomeWithoutAnswer() => OverallOutcome(OutcomeTable.ForTimeout(EndAttempt()).Outcome);
}
