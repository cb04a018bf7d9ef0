using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.Internal.Calls;

using Polly;
using Polly.Timeout;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>The one class that talks HTTP: makes one attempt and reports how it ended.</summary>
internal sealed class HttpTransport
{
    // Timers may fire a little early.
    private static readonly TimeSpan TimerTolerance = TimeSpan.FromMilliseconds(16);

    private readonly HttpClient _httpClient;
    private readonly RequestFactory _requests;
    private readonly ResponseReader _responses;
    private readonly DeadlineTimers _timers;
    private readonly TimeSpan _attemptTimeout;

    public HttpTransport(HttpClient httpClient, GenAuthClientOptions options)
    {
        _httpClient = httpClient;
        _requests = new RequestFactory(options);
        _responses = new ResponseReader(options.TimeProvider);
        _timers = new DeadlineTimers(options.TimeProvider);
        _attemptTimeout = options.AttemptTimeout;
    }

    /// <summary>Sends <paramref name="body"/> once. Never throws.</summary>
    /// <param name="call">The call.</param>
    /// <param name="body">The body of this attempt.</param>
    /// <param name="timeout">How long the attempt may take.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    [SuppressMessage("Design", "CA1031", Justification = "A handler may throw anything, and the caller must learn the outcome all the same.")]
    public async ValueTask<Outcome<AttemptResult>> SendAsync(Call call, RequestBody body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        long startedAt = _httpClient.Timeout == Timeout.InfiniteTimeSpan ? 0 : TimeProvider.System.GetTimestamp();
        CancellationTokenSource? clientTimeout = null;
        using var deadline = new Deadline(_timers, timeout, cancellationToken);
        try
        {
            using HttpRequestMessage request = _requests.Create(call, body, _httpClient);
            Uri endpoint = request.RequestUri!;
            using HttpResponseMessage response = await _httpClient
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token)
                .ConfigureAwait(false);

            clientTimeout = LimitBody(startedAt, deadline.Token);
            return Outcome.FromResult(await _responses.ReadAsync(call, endpoint, response, clientTimeout?.Token ?? deadline.Token).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            bool mayBeTimeout = exception is OperationCanceledException || clientTimeout is { IsCancellationRequested: true };
            return Outcome.FromResult<AttemptResult>(
                cancellationToken.IsCancellationRequested ? new AttemptResult.Cancelled(call, exception)
                : deadline.Token.IsCancellationRequested ? DescribeDeadline(call, exception)
                : mayBeTimeout && HasClientTimedOut(startedAt) ? new AttemptResult.TimedOut(call, GenAuthTimeoutSource.HttpClient, _httpClient.Timeout, exception)
                : Describe(call, exception));
        }
        finally
        {
            clientTimeout?.Dispose();
        }
    }

    // HttpClient.Timeout ends with the head of the response where the body is read as a stream, so the rest of it is enforced here.
    private CancellationTokenSource? LimitBody(long startedAt, CancellationToken cancellationToken)
    {
        TimeSpan timeout = _httpClient.Timeout;
        if (timeout == Timeout.InfiniteTimeSpan || timeout >= _attemptTimeout)
            return null;

        TimeSpan left = timeout - TimeProvider.System.GetElapsedTime(startedAt);
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        return limit;
    }

    // Only a deadline that passed is reported as one, because disposal, CancelPendingRequests and handlers cancel, too.
    private bool HasClientTimedOut(long startedAt) =>
        _httpClient.Timeout != Timeout.InfiniteTimeSpan
        && TimeProvider.System.GetElapsedTime(startedAt) >= _httpClient.Timeout - TimerTolerance;

    private AttemptResult.TimedOut DescribeDeadline(Call call, Exception exception)
    {
        (GenAuthTimeoutSource source, TimeSpan limit) = call.IsFinalTimeout ? (GenAuthTimeoutSource.Total, call.TotalTimeout) : (GenAuthTimeoutSource.Attempt, _attemptTimeout);
        return new(call, source, limit, exception);
    }

    private static AttemptResult Describe(Call call, Exception exception)
    {
        if (!IsTimeoutOfHandler(exception))
            return new AttemptResult.Failed(call, exception);

        TimeSpan limit = exception is TimeoutRejectedException rejected && rejected.Timeout > TimeSpan.Zero ? rejected.Timeout : Timeout.InfiniteTimeSpan;
        return new AttemptResult.TimedOut(call, GenAuthTimeoutSource.HttpClient, limit, exception) { IsOfHandler = true };
    }

    // By name, because Polly 7 has an assembly and a type of its own, on which this package does not depend.
    private static bool IsTimeoutOfHandler(Exception exception) => exception.GetType().FullName == typeof(TimeoutRejectedException).FullName;
}
