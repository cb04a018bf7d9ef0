using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GenAuth.Sdk.Tests;

/// <summary>A handler whose requests answer, fail or hang as a test says, each by its own step.</summary>
internal sealed class ScriptedHandler : HttpMessageHandler
{
    public const string Success = """{"statusCode":200,"message":"Operation successful","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c"}""";

    private int _requests;

    public ScriptedHandler(params Step[] steps) => Steps = steps;

    /// <summary>What the requests meet, in their order; the last step holds for all that follow.</summary>
    public Step[] Steps { get; set; }

    public int Requests => _requests;

    /// <summary>An answer with a body; <paramref name="http"/> is the HTTP status.</summary>
    public static Step Body(
        string body,
        int http = 200,
        string contentType = "application/json",
        string? retryAfter = null,
        string? requestId = null) => async (request, cancellationToken) =>
    {
        await Receive(request, cancellationToken).ConfigureAwait(false);
        var response = new HttpResponseMessage((HttpStatusCode)http) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        if (requestId is not null)
            response.Headers.TryAddWithoutValidation("x-request-id", requestId);
        return response;
    };

    /// <summary>An answer of GenAuth's with this business status.</summary>
    public static Step Status(int statusCode, int? apiCode = null, int http = 200, string? retryAfter = null) =>
        Body(
            apiCode is null ? $$"""{"statusCode":{{statusCode}},"message":"m"}""" : $$"""{"statusCode":{{statusCode}},"message":"m","apiCode":{{apiCode}}}""",
            http,
            retryAfter: retryAfter);

    /// <summary>GenAuth in maintenance: a 503 that carries an id.</summary>
    public static Step Maintenance(int http = 200, string? retryAfter = null) =>
        Body("""{"statusCode":503,"message":"m","requestId":"r-1"}""", http, retryAfter: retryAfter);

    /// <summary>Fails before the request has left.</summary>
    public static Step FailBeforeSending(Exception exception) => (_, _) => Task.FromException<HttpResponseMessage>(exception);

    /// <summary>Fails after the request has left.</summary>
    public static Step FailAfterSending(Exception exception) => async (request, cancellationToken) =>
    {
        await Receive(request, cancellationToken).ConfigureAwait(false);
        throw exception;
    };

    /// <summary>Never gets to send the request.</summary>
    public static Step HangBeforeSending(TaskCompletionSource? entered = null) => async (_, cancellationToken) =>
    {
        entered?.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("unreachable");
    };

    /// <summary>Takes the request and never answers.</summary>
    public static Step HangAfterSending(TaskCompletionSource? entered = null) => async (request, cancellationToken) =>
    {
        await Receive(request, cancellationToken).ConfigureAwait(false);
        return await HangBeforeSending(entered)(request, cancellationToken);
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int step = Math.Min(Interlocked.Increment(ref _requests), Steps.Length) - 1;
        return step < 0 ? throw new InvalidOperationException("No step was given.") : Steps[step](request, cancellationToken);
    }

    private static Task Receive(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content!.CopyToAsync(Stream.Null, cancellationToken);
}
