using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Contract;
using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Telemetry;

using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>Retry → timeout around the transport: built on Polly once per client, run for every call. The only writer of a call's progress.</summary>
/// <remarks>
/// One timeout serves both limits: that of an attempt, cut to what is left of the total. Nothing else can outlast the total,
/// because a wait that does not fit into it is never begun.
/// </remarks>
internal sealed class CallPipeline
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("GenAuth.Sdk.Call");

    private readonly Func<ResilienceContext, Call, ValueTask<Outcome<AttemptResult>>> _attempt;
    private readonly Lazy<ResiliencePipeline<AttemptResult>> _pipeline;
    private readonly RetryPolicy _policy;
    private readonly TimeSpan _attemptTimeout;
    private readonly HttpTransport _transport;
    private readonly CallTelemetry _telemetry;

    public CallPipeline(HttpTransport transport, GenAuthClientOptions options, CallTelemetry telemetry)
    {
        _transport = transport;
        _telemetry = telemetry;
        _attempt = (context, call) => BeginAttempt(call, context.CancellationToken);
        _policy = new RetryPolicy(options.Retry);
        _attemptTimeout = options.AttemptTimeout;
        _pipeline = new(() => Build(options));

        // Polly validates its options by reflection, which takes a fresh process some 25 ms. Another thread spends them while this one goes on.
        _ = Task.Run(() => _pipeline.Value);
    }

    /// <summary>Returns GenAuth's answer, or throws what kept it from coming.</summary>
    public async ValueTask<GenAuthResponse> SendAsync(Call call, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            // The call travels twice, because Polly gives the callbacks of its strategies nothing but the context.
            Outcome<AttemptResult> outcome = await _pipeline.Value.ExecuteOutcomeAsync(_attempt, context, call).ConfigureAwait(false);

            if (outcome.Exception is { } exception && cancellationToken.IsCancellationRequested)
                throw ExceptionFactory.CreateCancellation(call, exception, cancellationToken);

            return call is { Failure: null, Last: AttemptResult.Answered answered } ? answered.Response : throw call.Failure!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Call GetCall(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private ResiliencePipeline<AttemptResult> Build(GenAuthClientOptions options) =>
        new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<AttemptResult>
            {
                // Polly has no retry strategy of zero retries; the policy says no instead.
                MaxRetryAttempts = Math.Max(1, options.Retry.MaxRetries),
                ShouldHandle = args =>
                {
                    Call call = GetCall(args.Context);
                    Conclude(call, args.Outcome, args.AttemptNumber);
                    return new(call.RetryDelay is not null);
                },
                DelayGenerator = static args => new(GetCall(args.Context).RetryDelay),
                OnRetry = args =>
                {
                    _telemetry.Retrying(GetCall(args.Context));
                    return default;
                },
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = args => new(GetTimeout(GetCall(args.Context))),
            })
            .Build();

    // The attempt timeout, capped by what remains of the total timeout.
    private TimeSpan GetTimeout(Call call)
    {
        TimeSpan left = call.Attempts == 0 ? call.TotalTimeout : call.TotalTimeout - call.Elapsed;
        call.IsFinalTimeout = left <= _attemptTimeout;
        return call.IsFinalTimeout ? left : _attemptTimeout;
    }

    private ValueTask<Outcome<AttemptResult>> BeginAttempt(Call call, CancellationToken cancellationToken)
    {
        // The delay before this attempt may have taken longer than it was set to, on a busy machine for example.
        if (call.Elapsed >= call.LatestStart)
            return new(Outcome.FromResult(GiveUp(call)));

        call.Attempts++;
        call.Body = new RequestBody(call.Json);
        return _transport.SendAsync(call, call.Body, cancellationToken);
    }

    private static AttemptResult GiveUp(Call call) => call.Elapsed >= call.TotalTimeout
        ? new AttemptResult.TimedOut(GenAuthTimeoutSource.Total, call.TotalTimeout, new TimeoutRejectedException(call.TotalTimeout))
        : call.Last!;

    private void Conclude(Call call, Outcome<AttemptResult> outcome, int retries)
    {
        call.RetryDelay = null;
        AttemptResult result = outcome.Result ?? Describe(call, outcome.Exception!);
        if (ReferenceEquals(result, call.Last))
            return;

        // Close() says whether the request was sent, and keeps it from being sent after this answer.
        bool requestSent = call.Body?.Close() ?? false;
        call.Body = null;
        Classification classification = result.Classify(requestSent);

        // An attempt that was not processed does not prove that an earlier one was not.
        if (call.Outcome is not RequestOutcome.Unknown || classification.Outcome is RequestOutcome.Processed)
            call.Outcome = classification.Outcome;
        call.Last = result;
        call.LatestStart = GetLatestStart(call);
        call.Failure = result is AttemptResult.Answered ? null : ExceptionFactory.Create(call, result, requestSent, call.Outcome);
        call.RetryDelay = _policy.GetDelay(classification, call.Operation.UnknownOutcomeRetry, result.RetryAfter, retries, call.LatestStart - call.Elapsed);
    }

    // The transport reports the timeouts of handlers as results, so an exception of this type is the pipeline's own.
    private AttemptResult Describe(Call call, Exception exception) => exception switch
    {
        TimeoutRejectedException when call.IsFinalTimeout => new AttemptResult.TimedOut(GenAuthTimeoutSource.Total, call.TotalTimeout, exception),
        TimeoutRejectedException => new AttemptResult.TimedOut(GenAuthTimeoutSource.Attempt, _attemptTimeout, exception),
        _ => new AttemptResult.Failed(exception),
    };

    // A repeat of a send that may have been processed has to arrive while the service still refuses a second one.
    private TimeSpan GetLatestStart(Call call) =>
        call is { Outcome: RequestOutcome.Unknown, Operation.UnknownOutcomeRetry: UnknownOutcomeRetry.IfOptedIn }
            ? new TimeSpan(Math.Min(call.TotalTimeout.Ticks, (ServiceLimits.ResendWindow - _attemptTimeout).Ticks))
            : call.TotalTimeout;
}
