using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Contract;
using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Telemetry;

using Polly;
using Polly.Retry;

namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>The retries of a call, and their limits: built on Polly once per client, run for every call. The only writer of a call's progress.</summary>
/// <remarks>
/// One deadline serves both limits: that of an attempt, cut to what is left of the total. Nothing else can outlast the total,
/// because a wait that does not fit into it is never begun.
/// </remarks>
internal sealed class CallPipeline
{
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

        // Polly validates its options by reflection, which takes a fresh process long. Another thread does it while this one goes on.
        _ = Task.Run(() => _pipeline.Value);
    }

    /// <summary>Returns GenAuth's answer, or throws what kept it from coming. Clears the request body in the end.</summary>
    public async Task<TResponse> SendAsync<TResponse>(Call call, CancellationToken cancellationToken)
        where TResponse : GenAuthResponse
    {
        call.Span = _telemetry.Start(call);
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            Outcome<AttemptResult> outcome = await _pipeline.Value.ExecuteOutcomeAsync(_attempt, context, call).ConfigureAwait(false);
            GenAuthResponse response = GetResponse(call, outcome, cancellationToken);
            _telemetry.Answered(call, response);
            return (TResponse)response;
        }
        catch (GenAuthException exception)
        {
            _telemetry.Failed(call, exception);
            throw;
        }
        catch (OperationCanceledException)
        {
            _telemetry.Cancelled(call);
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            Array.Clear(call.Json, 0, call.Json.Length);
        }
    }

    private static GenAuthResponse GetResponse(Call call, Outcome<AttemptResult> outcome, CancellationToken cancellationToken)
    {
        // The caller may also cancel while the pipeline waits for the next attempt.
        if ((outcome.Result is AttemptResult.Cancelled cancelled ? cancelled.Cause : outcome.Exception) is { } cause)
            throw ExceptionFactory.CreateCancellation(call, cause, cancellationToken);

        return call is { Failure: null, Last: AttemptResult.Answered answered } ? answered.Response : throw call.Failure!;
    }

    private ResiliencePipeline<AttemptResult> Build(GenAuthClientOptions options) =>
        new ResiliencePipelineBuilder<AttemptResult> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<AttemptResult>
            {
                // Polly has no retry strategy of zero retries; the policy says no instead.
                MaxRetryAttempts = Math.Max(1, options.Retry.MaxRetries),
                ShouldHandle = args =>
                {
                    AttemptResult result = args.Outcome.Result!;
                    Conclude(result.Call, result, args.AttemptNumber);
                    return new(result.Call.RetryDelay is not null);
                },
                DelayGenerator = static args => new(args.Outcome.Result!.Call.RetryDelay),
                OnRetry = args =>
                {
                    _telemetry.Retrying(args.Outcome.Result!.Call);
                    return default;
                },
            })
            .Build();

    private ValueTask<Outcome<AttemptResult>> BeginAttempt(Call call, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return new(Outcome.FromResult<AttemptResult>(new AttemptResult.Cancelled(call, new OperationCanceledException(cancellationToken))));

        // The delay before this attempt may have taken longer than it was set to, on a busy machine for example.
        TimeSpan elapsed = call.Attempts == 0 ? TimeSpan.Zero : call.Elapsed;
        if (elapsed >= GetLatestStart(call))
            return new(Outcome.FromResult(GiveUp(call, elapsed)));

        TimeSpan left = call.TotalTimeout - elapsed;
        call.IsFinalTimeout = left <= _attemptTimeout;
        call.Attempts++;
        call.Body = new RequestBody(call.Json);
        return _transport.SendAsync(call, call.Body, call.IsFinalTimeout ? left : _attemptTimeout, cancellationToken);
    }

    private static AttemptResult GiveUp(Call call, TimeSpan elapsed) => elapsed >= call.TotalTimeout
        ? new AttemptResult.TimedOut(call, GenAuthTimeoutSource.Total, call.TotalTimeout, new TimeoutException())
        : call.Last!;

    private void Conclude(Call call, AttemptResult result, int retries)
    {
        call.RetryDelay = null;
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
        call.Failure = result is AttemptResult.Answered or AttemptResult.Cancelled ? null : ExceptionFactory.Create(call, result, requestSent, call.Outcome);
        call.RetryDelay = _policy.GetDelay(classification, call.Operation.UnknownOutcomeRetry, result.RetryAfter, retries, GetLatestStart(call) - call.Elapsed);
    }

    // Counted from the start. A repeat of a send that may have been processed has to arrive while the service still refuses a second one.
    private TimeSpan GetLatestStart(Call call) =>
        call is { Outcome: RequestOutcome.Unknown, Operation.UnknownOutcomeRetry: UnknownOutcomeRetry.IfOptedIn }
            ? new TimeSpan(Math.Min(call.TotalTimeout.Ticks, (ServiceLimits.ResendWindow - _attemptTimeout).Ticks))
            : call.TotalTimeout;
}
