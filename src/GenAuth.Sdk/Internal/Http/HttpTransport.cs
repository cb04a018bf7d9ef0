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
    private readonly TimeSpan _attemptTimeout;

    public HttpTransport(HttpClient httpClient, GenAuthClientOptions options)
    {
        _httpClient = httpClient;
        _requests = new RequestFactory(options);
        _responses = new ResponseReader(options.TimeProvider);
        _attemptTimeout = options.AttemptTimeout;
    }

    /// <summary>Sends <paramref name="body"/> once. Only the cancellation of <paramref name="cancellationToken"/> comes back as the outcome's exception.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A handler may throw anything, and the caller must learn the outcome all the same.")]
    public async ValueTask<Outcome<AttemptResult>> SendAsync(Call call, RequestBody body, CancellationToken cancellationToken)
    {
        long startedAt = _httpClient.Timeout == Timeout.InfiniteTimeSpan ? 0 : TimeProvider.System.GetTimestamp();
        CancellationTokenSource? clientTimeout = null;
        using HttpRequestMessage request = _requests.Create(call, body, _httpClient);
        Uri endpoint = request.RequestUri!;
        try
        {
            using HttpResponseMessage response = await _httpClient
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);

            clientTimeout = LimitBody(startedAt, cancellationToken);
            using BoundedBody received = await BoundedBody.ReadAsync(response.Content, clientTimeout?.Token ?? cancellationToken).ConfigureAwait(false);
            return Outcome.FromResult(_responses.Read(call, endpoint, response, received));
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            return Outcome.FromException<AttemptResult>(new OperationCanceledException("The attempt was cancelled.", exception, cancellationToken));
        }
        catch (Exception exception)
        {
            bool mayBeTimeout = exception is OperationCanceledException || clientTimeout is { IsCancellationRequested: true };
            return Outcome.FromResult(mayBeTimeout && HasClientTimedOut(startedAt)
                ? new AttemptResult.TimedOut(GenAuthTimeoutSource.HttpClient, _httpClient.Timeout, exception)
                : Describe(exception));
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

    private static AttemptResult Describe(Exception exception)
    {
        if (!IsTimeoutOfHandler(exception))
            return new AttemptResult.Failed(exception);

        TimeSpan limit = exception is TimeoutRejectedException rejected && rejected.Timeout > TimeSpan.Zero ? rejected.Timeout : Timeout.InfiniteTimeSpan;
        return new AttemptResult.TimedOut(GenAuthTimeoutSource.HttpClient, limit, exception) { IsOfHandler = true };
    }

    // By name, because Polly 7 has an assembly and a type of its own, on which this package does not depend.
    private static bool IsTimeoutOfHandler(Exception exception) => exception.GetType().FullName == typeof(TimeoutRejectedException).FullName;
}
