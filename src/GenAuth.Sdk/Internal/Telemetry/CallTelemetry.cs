using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Contract;

using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Internal.Telemetry;

/// <summary>What a client tells of its calls: one span, one duration and a few log lines each. Free when nobody listens.</summary>
/// <remarks>No method throws, because an exception out of a logger or a listener must not replace an answer.</remarks>
internal sealed class CallTelemetry
{
    private const string RetryEvent = "genauth.retry";

    private static readonly ActivitySource Source = new(GenAuthTelemetry.ActivitySourceName, SdkIdentity.Version);

    private readonly CallLog _log;
    private readonly Instruments _instruments;
    private readonly string _serverAddress;
    private readonly int _serverPort;
    private readonly string? _clientKey;

    /// <param name="logger">Where log lines go.</param>
    /// <param name="instruments">The metrics.</param>
    /// <param name="appHost">The service's address.</param>
    /// <param name="clientKey">The key of a keyed client; null for the others.</param>
    public CallTelemetry(ILogger logger, Instruments instruments, Uri appHost, string? clientKey)
    {
        _log = new CallLog(logger, clientKey);
        _instruments = instruments;
        _serverAddress = appHost.IdnHost;
        _serverPort = appHost.Port;
        _clientKey = clientKey;
    }

    /// <summary>Begins a call. Returns its span, with the tags that a sampler may decide by; null when nobody listens.</summary>
    public Activity? Start(Call call)
    {
        Activity? span = Source.HasListeners() ? StartSpan(call) : null;
        Isolate(static state => state._log.Sending(state.call), (_log, call));
        return span;
    }

    /// <summary>Notes that another attempt follows, and why.</summary>
    public void Retrying(Call call)
    {
        string errorType = call.Last is AttemptResult.Answered answered ? answered.Response.ErrorKind.ToString() : CallEnd.GetErrorType(call.Failure!);
        Isolate(() => _log.Retrying(call, errorType));
        Isolate(() => _instruments.Retries.Add(1, [.. CreateTags(call), new(Tags.ErrorType, errorType)]));
        Isolate(() => call.Span?.AddEvent(new ActivityEvent(RetryEvent, tags: new ActivityTagsCollection
        {
            [Tags.ErrorType] = errorType,
            [Tags.RetryDelay] = call.RetryDelay.GetValueOrDefault().TotalSeconds,
            [Tags.Attempts] = call.Attempts,
        })));
    }

    /// <summary>Ends a call that GenAuth answered.</summary>
    public void Answered(Call call, GenAuthResponse response)
    {
        Isolate(static state => state._log.Answered(state.call, state.response), (_log, call, response));
        if (call.Span is not null || _instruments.Duration.Enabled)
            End(call, CallEnd.Answered(response));
    }

    /// <summary>Ends a call that failed.</summary>
    public void Failed(Call call, GenAuthException failure)
    {
        Isolate(() => _log.GaveUp(call, failure));
        End(call, CallEnd.Failed(failure));
    }

    /// <summary>Ends a call that its caller cancelled.</summary>
    public void Cancelled(Call call)
    {
        Isolate(() => _log.Cancelled(call));
        End(call, CallEnd.Cancelled(call));
    }

    private Activity? StartSpan(Call call)
    {
        Activity? span = null;
        Activity? parent = Activity.Current;
        Isolate(() => span = Source.StartActivity(call.Operation.SpanName, ActivityKind.Client, parentContext: default, CreateSpanTags(call)));
        if (span is null)
            Activity.Current = parent;
        return span;
    }

    private void End(Call call, CallEnd end)
    {
        Isolate(() => _instruments.Duration.Record(call.Elapsed.TotalSeconds, CreateDurationTags(call, end)));
        Isolate(() => EndSpan(call.Span, call, end));
    }

    private static void EndSpan(Activity? span, Call call, CallEnd end)
    {
        if (span is null)
            return;

        span.SetTag(Tags.Outcome, end.Outcome.ToString());
        span.SetTag(Tags.Attempts, call.Attempts);
        span.SetTag(Tags.StatusCode, end.StatusCode);
        span.SetTag(Tags.ApiCode, end.ApiCode);
        span.SetTag(Tags.RequestId, end.RequestId);
        span.SetTag(Tags.ErrorType, end.ErrorType);
        if (end.ErrorType is not null)
            span.SetStatus(ActivityStatusCode.Error, end.ErrorType);
        span.Dispose();
    }

    private TagList CreateTags(Call call)
    {
        TagList tags = new() { { Tags.Operation, call.Operation.Name } };
        if (call.Channel is not null)
            tags.Add(Tags.Channel, call.Channel);
        if (_clientKey is not null)
            tags.Add(Tags.Client, _clientKey);
        return tags;
    }

    private TagList CreateSpanTags(Call call)
    {
        TagList tags = CreateTags(call);
        tags.Add(Tags.ServerAddress, _serverAddress);
        tags.Add(Tags.ServerPort, _serverPort);
        return tags;
    }

    private TagList CreateDurationTags(Call call, CallEnd end)
    {
        TagList tags = CreateTags(call);
        tags.Add(Tags.Outcome, end.Outcome.ToString());
        tags.Add(Tags.Attempts, call.Attempts);
        if (end.StatusCode is { } statusCode)
            tags.Add(Tags.StatusCode, DocumentedCodes.HasStatus(statusCode) ? statusCode : Tags.Other);
        if (end.ApiCode is { } apiCode)
            tags.Add(Tags.ApiCode, DocumentedCodes.HasApiCode(apiCode) ? apiCode : Tags.Other);
        if (end.ErrorType is not null)
            tags.Add(Tags.ErrorType, end.ErrorType);
        return tags;
    }

    private static void Isolate(Action emit) => Isolate(static emit => emit(), emit);

    [SuppressMessage("Design", "CA1031", Justification = "A logger or a listener may throw anything.")]
    private static void Isolate<TState>(Action<TState> emit, TState state)
    {
        try
        {
            emit(state);
        }
        catch (Exception)
        {
            // A listener has to handle its own exceptions, because an operation must not fail by them.
        }
    }
}
