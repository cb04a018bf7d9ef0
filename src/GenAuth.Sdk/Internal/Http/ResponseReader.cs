using System.Text;

using GenAuth.Sdk.Internal.Resilience;

namespace GenAuth.Sdk.Internal.Http;

/// <summary>Turns an HTTP response into GenAuth's answer, or into the exception that says why it is none.</summary>
internal sealed class ResponseReader
{
    private const int SnippetLength = 1024;
    private const int LongestIdentifier = 128;

    private readonly TimeProvider _clock;

    public ResponseReader(TimeProvider clock) => _clock = clock;

    public Attempt Read(HttpResponseMessage response, BoundedBody body, Call call)
    {
        TimeSpan? retryAfter = RetryAfterHeader.Read(response.Headers, _clock);
        if (body.Fault is { } fault)
            return Foreign(response, call, retryAfter, body.Bytes, fault);

        // The body is asked first, whatever HTTP says: failures come with HTTP 200, and successes may not.
        return EnvelopeReader.TryRead(body.Bytes, out Envelope envelope)
            ? Answered(response, call, retryAfter, envelope)
            : Foreign(response, call, retryAfter, body.Bytes, body.Bytes.IsEmpty ? "the body is empty" : "the body is no JSON object with a status");
    }

    private static Attempt Answered(HttpResponseMessage response, Call call, TimeSpan? retryAfter, Envelope envelope)
    {
        var answer = new SendSMSRespDto
        {
            StatusCode = envelope.StatusCode,
            Message = envelope.Message,
            ApiCode = envelope.ApiCode,
            RequestId = Identifier(envelope.RequestId, call) ?? RequestIdOf(response, call),
            RetryAfter = retryAfter,
            Attempts = call.Attempts,
            FollowsUnknownOutcome = call.FollowsUnknownOutcome,
        };
        return new Attempt(answer, null, OutcomeTable.ForAnswer(envelope.StatusCode));
    }

    private static Attempt Foreign(HttpResponseMessage response, Call call, TimeSpan? retryAfter, ReadOnlySpan<byte> body, string reason)
    {
        Verdict verdict = OutcomeTable.ForForeignAnswer(response.StatusCode, hasRetryAfter: retryAfter is not null);
        string? contentType = Identifier(response.Content.Headers.ContentType?.MediaType, call);
        GenAuthResponseException failure = Failures.Response(call, verdict.Outcome, response.StatusCode, contentType, Snippet(body, call), RequestIdOf(response, call), retryAfter, reason);
        return new Attempt(null, failure, verdict);
    }

    private static string? RequestIdOf(HttpResponseMessage response, Call call) =>
        response.Headers.TryGetValues("x-request-id", out IEnumerable<string>? values)
            ? Identifier(values.FirstOrDefault(value => value.Length > 0), call)
            : null;

    // It ends up in logs and messages, so it may neither forge a line nor carry back what was sent.
    private static string? Identifier(string? value, Call call) =>
        value is { Length: <= LongestIdentifier } && Require.IsHeaderValue(value) ? call.PrivateValues.MaskIn(value) : null;

    // Masked before it is cut. What was not read may complete a value that the end of the text only begins, so that end goes too.
    private static string Snippet(ReadOnlySpan<byte> body, Call call)
    {
        int length = Math.Min(body.Length, SnippetLength + (4 * call.PrivateValues.LongestLength));
        string text = call.PrivateValues.MaskIn(Encoding.UTF8.GetString(body.Slice(0, length)));
        if (length < body.Length)
            text = text.Substring(0, Math.Max(0, text.Length - call.PrivateValues.LongestLength));

        byte[] masked = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString(masked, 0, Math.Min(masked.Length, SnippetLength));
    }
}
