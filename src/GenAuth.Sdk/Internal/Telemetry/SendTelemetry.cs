using System.Diagnostics;

using GenAuth.Sdk.Internal.Http;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>What a client tells of its sends: one span, one duration and a few log lines each, judged by the business status. Free when nobody listens.</summary>
internal sealed class SendTelemetry
{
    private const string SpanName = "GenAuth." + Call.SendSms;
    private const string RetryEvent = "genauth.retry";

    private static readonly ActivitySource Source = new(GenAuthTelemetry.ActivitySourceName, SdkVersion.Version);

    private readonly ILogger _logger;
    private readonly Instruments _instruments;
    private readonly Uri _appHost;

    public SendTelemetry(ILogger logger, Instruments instruments, Uri appHost)
    {
        _logger = logger;
        _instruments = instruments;
        _appHost = appHost;
    }

    /// <summary>Begins a send. The span is the caller's to dispose; null when nobody listens.</summary>
    public Activity? Start(Call call)
    {
        call.Span = Source.StartActivity(SpanName, ActivityKind.Client)?
            .SetTag(Tags.ServerAddress, _appHost.Host)
            .SetTag(Tags.ServerPort, _appHost.Port);

        _logger.Sending(Call.SendSms, call.Channel);
        return call.Span;
    }

    /// <summary>Notes that another attempt follows, and why.</summary>
    public void Retrying(Call call, string errorType, SendSMSRespDto? response)
    {
        _logger.Retrying(Call.SendSms, call.Channel, call.Attempts, errorType, call.NextDelay, response?.ApiCode, response?.RequestId);

        if (_instruments.Retries.Enabled)
            _instruments.Retries.Add(1, new(Tags.Operation, Call.SendSms), new(Tags.Channel, call.Channel), new(Tags.ErrorType, errorType));

        call.Span?.AddEvent(new ActivityEvent(RetryEvent, tags: new ActivityTagsCollection
        {
            [Tags.ErrorType] = errorType,
            [Tags.RetryDelay] = call.NextDelay.TotalSeconds,
            [Tags.Attempts] = call.Attempts,
        }));
    }

    /// <summary>Ends a send that GenAuth answered.</summary>
    public void Answered(Call call, SendSMSRespDto response)
    {
        GenAuthErrorKind kind = response.ErrorKind;
        LogLevel level = LevelOf(kind);
        if (kind is GenAuthErrorKind.Configuration)
            _logger.Misconfigured(Call.SendSms, call.Channel, response.StatusCode, response.ApiCode, response.RequestId);
        else
            _logger.Answered(level, Call.SendSms, call.Channel, kind, response.StatusCode, response.ApiCode, response.RequestId, call.Attempts, response.Outcome);

        End(call, response.Outcome, response.IsSuccess ? null : ErrorTypes.Of(response), response.RequestId, response);
    }

    /// <summary>Ends a send that failed.</summary>
    public void Failed(Call call, GenAuthException exception)
    {
        _logger.GaveUp(exception, Call.SendSms, call.Channel, call.Attempts, exception.Outcome, exception.RequestId);
        End(call, exception.Outcome, ErrorTypes.Of(exception), exception.RequestId);
    }

    /// <summary>Ends a send that its caller cancelled.</summary>
    public void Cancelled(Call call, OperationCanceledException exception)
    {
        RequestOutcome outcome = call.OutcomeWithoutAnswer();
        _logger.Cancelled(Call.SendSms, call.Channel, call.Attempts, outcome);
        End(call, outcome, ErrorTypes.Of(exception), requestId: null);
    }

    // A person must act on most failures; on a user who is too quick nobody must.
    private static LogLevel LevelOf(GenAuthErrorKind kind) =>
        kind is GenAuthErrorKind.None or GenAuthErrorKind.ResendTooSoon ? LogLevel.Debug : LogLevel.Information;

    private void End(Call call, RequestOutcome outcome, string? errorType, string? requestId, SendSMSRespDto? response = null)
    {
        if (call.Span is null && !_instruments.Duration.Enabled)
            return;

        TagList tags = new()
        {
            { Tags.Operation, Call.SendSms },
            { Tags.Channel, call.Channel },
            { Tags.Outcome, outcome.ToString() },
            { Tags.Attempts, call.Attempts },
        };
        if (response is not null)
            tags.Add(Tags.StatusCode, response.StatusCode);
        if (response?.ApiCode is { } apiCode)
            tags.Add(Tags.ApiCode, apiCode);
        if (errorType is not null)
            tags.Add(Tags.ErrorType, errorType);

        _instruments.Duration.Record(call.Elapsed.TotalSeconds, tags);

        if (call.Span is not { } span)
            return;

        foreach (KeyValuePair<string, object?> tag in tags)
            span.SetTag(tag.Key, tag.Value);
        span.SetTag(Tags.RequestId, requestId);
        if (errorType is not null)
            span.SetStatus(ActivityStatusCode.Error, errorType);
    }
}
