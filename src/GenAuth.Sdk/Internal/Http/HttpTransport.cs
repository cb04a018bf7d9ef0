using System.Diagnostics.CodeAnalysis;

using GenAuth.Sdk.Internal.Resilience;

using Polly;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>The one class that talks HTTP: makes one attempt and says how it ended.</summary>
internal sealed class HttpTransport
{
    private readonly HttpClient _httpClient;
    private readonly RequestFactory _requests;
    private readonly ResponseReader _responses;

    public HttpTransport(HttpClient httpClient, GenAuthClientOptions options)
    {
        _httpClient = httpClient;
        _requests = new RequestFactory(options);
        _responses = new ResponseReader(options.TimeProvider);
    }

    /// <summary>Sends <paramref name="call"/> once. Only cancellation comes back as the outcome's exception.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A handler may throw anything, and the caller must learn the outcome all the same.")]
    public async ValueTask<Outcome<Attempt>> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = _requests.Create(call.Headers, call.BeginAttempt());
        try
        {
            using HttpResponseMessage response = await _httpClient
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);

            using BoundedBody body = await BoundedBody.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return Outcome.FromResult(_responses.Read(response, body, call));
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            return Outcome.FromException<Attempt>(new OperationCanceledException(exception.Message, exception, cancellationToken));
        }
        catch (OperationCanceledException exception)
        {
            Verdict verdict = OutcomeTable.ForTimeout(call.EndAttempt());
            return Failed(Failures.Timeout(call, GenAuthTimeoutSource.HttpClient, _httpClient.Timeout, exception), verdict);
        }
        catch (Exception exception)
        {
            Verdict verdict = OutcomeTable.ForFailure(exception, call.EndAttempt());
            return Failed(Failures.Connection(call, verdict.Outcome, exception), verdict);
        }
    }

    private static Outcome<Attempt> Failed(GenAuthException failure, Verdict verdict) =>
        Outcome.FromResult(new Attempt(null, failure, verdict));
}
