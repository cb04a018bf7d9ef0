using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Internal.Contract;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>Reads GenAuth's answer out of an HTTP response, or what is kept of a response that is none.</summary>
internal sealed class ResponseReader
{
    private readonly TimeProvider _clock;

    public ResponseReader(TimeProvider clock) => _clock = clock;

    /// <param name="call">The call that is answered.</param>
    /// <param name="endpoint">The address that was asked.</param>
    /// <param name="response">The response.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public async ValueTask<AttemptResult> ReadAsync(Call call, Uri endpoint, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // On some platforms a response may have no content.
        if (response.Content is not { } content)
            return Read(call, endpoint, response, body: default);

        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new ResponseBuffer();
        try
        {
            while (buffer.Length <= BoundedBody.Limit)
            {
                int read = await stream.ReadAsync(buffer.GetFree(), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                buffer.Add(read);
            }
        }
        catch
        {
            buffer.Return();
            throw;
        }

        using BoundedBody body = BoundedBody.Create(buffer, content.Headers);
        return Read(call, endpoint, response, body);
    }

    private AttemptResult Read(Call call, Uri endpoint, HttpResponseMessage response, BoundedBody body)
    {
        TimeSpan? retryAfter = RetryAfterHeader.Read(response.Headers, _clock);
        AttemptResult.Unexpected Reject(string reason, BoundedBody body, Classification? classification = null) => new(
            call,
            new UnexpectedResponse(response.StatusCode, reason)
            {
                ContentType = ResponseText.CleanIdentifier(response.Content?.Headers.ContentType?.MediaType, call.Sensitive),
                Body = ResponseText.CreateExcerpt(body.Bytes, call.Sensitive),
                RequestId = ReadRequestId(response, call),
                RetryAfter = retryAfter,
            },
            classification ?? OutcomeClassifier.ClassifyUnexpectedResponse(response.StatusCode));

        // A handler of the caller's followed a redirect.
        if (response.RequestMessage?.RequestUri is { } answering && IsForeign(answering, endpoint))
            return Reject("The answer came from another host than AppHost, and private values of the request may have been sent there", body, OutcomeClassifier.ForeignHost);

        if (body.IncompleteReason is { } incomplete)
            return Reject("The answer is not GenAuth's: " + incomplete, body);

        // The status in the body decides, not the HTTP status: GenAuth sends failures with HTTP 200.
        if (!EnvelopeReader.TryRead(body.Bytes, out Envelope envelope))
            return Reject("The answer is not GenAuth's: " + (body.Bytes.IsEmpty ? "the body is empty" : "the body is no JSON object with a status"), body);

        var metadata = new ResponseMetadata(
            call.Operation,
            envelope.StatusCode,
            ResponseText.CleanMessage(envelope.Message),
            envelope.ApiCode,
            ResponseText.CleanIdentifier(envelope.RequestId, call.Sensitive) ?? ReadRequestId(response, call),
            retryAfter,
            call.Attempts,
            OutcomeClassifier.IsProof(envelope.StatusCode, envelope.HasStatusCode, hasRequestId: envelope.RequestId is not null)
                && !(envelope.ApiCode is { } apiCode && call.Operation.ApiCodesAfterActing.Contains(apiCode)),
            FollowsUnknownOutcome: call.Attempts > 1 && call.Outcome is RequestOutcome.Unknown);

        return call.Operation.CreateResponse(metadata, envelope.Data.In(body.Bytes)) is { } answer
            ? new AttemptResult.Answered(call, answer)
            : Reject("GenAuth's answer is a success without the data it promises", body, OutcomeClassifier.IncompleteSuccess);
    }

    private static bool IsForeign(Uri answering, Uri endpoint) =>
        !ReferenceEquals(answering, endpoint)
        && Uri.Compare(answering, endpoint, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0;

    private static string? ReadRequestId(HttpResponseMessage response, Call call) =>
        response.Headers.TryGetValues("x-request-id", out IEnumerable<string>? values)
            ? ResponseText.CleanIdentifier(values.FirstOrDefault(static value => value.Length > 0), call.Sensitive)
            : null;
}
