using GenAuth.Sdk.Internal.Http;
using GenAuth.Sdk.Internal.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace GenAuth.Sdk.Internal.Resilience;

/// <summary>Retry → timeout around the transport: built on Polly once per client, run for every call.</summary>
/// <remarks>
/// One timeout serves both limits: that of an attempt, cut to what is left of the total. Nothing else can outlast the total,
/// since a wait that does not fit into it is never begun.
/// </remarks>
internal sealed class SendPipeline
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("GenAuth.Sdk.Call");

    private readonly Func<ResilienceContext, Call, ValueTask<Outcome<Attempt>>> _attempt;
    private readonly ResiliencePipeline<Attempt> _pipeline;
    private readonly RetryPlan _plan;
    private readonly TimeSpan _attemptTimeout;
    private readonly SendTelemetry _telemetry;

    public SendPipeline(HttpTransport transport, GenAuthClientOptions options, SendTelemetry telemetry)
    {
        _attempt = (context, call) => call.IsOverdue
            ? new(Outcome.FromException<Attempt>(new TimeoutRejectedException()))
            : transport.AttemptAsync(call, context.CancellationToken);
        _plan = new RetryPlan(options.Retry);
        _attemptTimeout = options.AttemptTimeout;
        _telemetry = telemetry;
        _pipeline = Build(options);
    }

    /// <summary>Returns GenAuth's answer, or throws what kept it from coming.</summary>
    public async ValueTask<SendSMSRespDto> SendAsync(Call call, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            Outcome<Attempt> outcome = await _pipeline.ExecuteOutcomeAsync(_attempt, context, call).ConfigureAwait(false);

            return outcome.Exception is null
                ? outcome.Result!.Response ?? throw outcome.Result!.Failure!
                : throw Stopped(call, outcome.Exception, cancellationToken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private ResiliencePipeline<Attempt> Build(GenAuthClientOptions options)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = options.TimeProvider };

        // Polly has no retry strategy of zero retries.
        if (options.Retry.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = options.Retry.MaxRetries,
                ShouldHandle = args => new(!IsSuccess(args.Outcome) && ShouldRetry(CallOf(args.Context), args.AttemptNumber, args.Outcome)),
                DelayGenerator = static args => new(CallOf(args.Context).NextDelay),
                OnRetry = args =>
                {
                    BeforeRetry(CallOf(args.Context), args.Outcome);
                    return default;
                },
            });
        }

        return builder
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = args => new(CallOf(args.Context).NextTimeout(_attemptTimeout)) })
            .Build();
    }

    private static bool IsSuccess(Outcome<Attempt> outcome) => outcome.Result is { Verdict.Outcome: RequestOutcome.Processed };

    private bool ShouldRetry(Call call, int retriesSoFar, Outcome<Attempt> outcome) => outcome.Exception switch
    {
        null => _plan.TryNext(call, retriesSoFar, outcome.Result!.Verdict, outcome.Result!.RetryAfter),
        TimeoutRejectedException when !call.TotalTimeoutIsNext => _plan.TryNext(call, retriesSoFar, OutcomeTable.ForTimeout(call.EndAttempt()), retryAfter: null),
        _ => false,
    };

    private void BeforeRetry(Call call, Outcome<Attempt> outcome)
    {
        if (outcome.Exception is not null)
            Remember(call, OutcomeTable.ForTimeout(call.EndAttempt()), typeof(GenAuthTimeoutException).FullName!, response: null);
        else if (outcome.Result!.Response is { } response)
            Remember(call, outcome.Result!.Verdict, ErrorTypes.Of(response), response);
        else
            Remember(call, outcome.Result!.Verdict, ErrorTypes.Of(outcome.Result!.Failure!), response: null);
    }

    private void Remember(Call call, Verdict verdict, string errorType, SendSMSRespDto? response)
    {
        call.SettleAttempt(verdict.Outcome);
        _telemetry.Retrying(call, errorType, response);
    }

    private Exception Stopped(Call call, Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return new OperationCanceledException("The send was cancelled by its caller. " + call.OutcomeWithoutAnswer().Describe(), exception, cancellationToken);

        return call.TotalTimeoutIsNext
            ? Failures.Timeout(call, GenAuthTimeoutSource.Total, call.TotalTimeout, exception)
            : Failures.Timeout(call, GenAuthTimeoutSource.Attempt, _attemptTimeout, exception);
    }
}
