using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;

using Microsoft.Extensions.Logging;

using RichardSzalay.MockHttp;

namespace GenAuth.Sdk.Tests;

/// <summary>A client over a mocked handler and a clock that the test owns.</summary>
internal sealed class Harness : IDisposable
{
    public const string PhoneNumber = "5550100";
    public const string Success = """{"statusCode":200,"message":"Operation successful","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c"}""";

    private readonly TurnHandler _turns;
    private readonly HttpClient _httpClient;

    public Harness(Action<GenAuthClientOptions>? configure = null, ILogger<AuthenticationClient>? logger = null)
    {
        Options = new GenAuthClientOptions
        {
            AppId = "app-1",
            AppHost = new Uri("https://tenant.example"),
            TimeProvider = Clock,
        };
        configure?.Invoke(Options);
        _turns = new TurnHandler(Http);
        _httpClient = new HttpClient(_turns);
        Client = new AuthenticationClient(_httpClient, Options, logger);
    }

    public RetryClock Clock { get; } = new();

    public MockHttpMessageHandler Http { get; } = new();

    public GenAuthClientOptions Options { get; }

    public HttpClient HttpClient => _httpClient;

    public AuthenticationClient Client { get; }

    /// <summary>How many requests reached the handler.</summary>
    public int Requests => _turns.Requests;

    /// <summary>Answers each request by the next of <paramref name="turns"/>; the last answers all that follow.</summary>
    public Harness Answering(params Turn[] turns)
    {
        _turns.Turns = turns;
        return this;
    }

    public Task<SendSMSRespDto> SendAsync(GenAuthRequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        Client.SendSmsAsync(SmsChannel.Login, PhoneNumber, "+1", requestOptions, cancellationToken);

    public void Dispose() => _httpClient.Dispose();

    /// <summary>One answer of the other side, given the request and the token that ends the attempt.</summary>
    public delegate Task<HttpResponseMessage> Turn(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>An answer with a body; <paramref name="http"/> is the HTTP status.</summary>
    public static Turn Body(string body, int http = 200, string contentType = "application/json", string? retryAfter = null, string? requestId = null) => async (request, cancellationToken) =>
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
    public static Turn Status(int statusCode, int? apiCode = null, int http = 200, string? retryAfter = null) =>
        Body(apiCode is null ? $$"""{"statusCode":{{statusCode}},"message":"m"}""" : $$"""{"statusCode":{{statusCode}},"message":"m","apiCode":{{apiCode}}}""", http, retryAfter: retryAfter);

    /// <summary>GenAuth in maintenance: a 503 that carries an id.</summary>
    public static Turn Maintenance(int http = 200, string? retryAfter = null) => Body("""{"statusCode":503,"message":"m","requestId":"r-1"}""", http, retryAfter: retryAfter);

    /// <summary>Fails before the request has left.</summary>
    public static Turn FailBeforeSending(Exception exception) => (_, _) => Task.FromException<HttpResponseMessage>(exception);

    /// <summary>Fails after the request has left.</summary>
    public static Turn FailAfterSending(Exception exception) => async (request, cancellationToken) =>
    {
        await Receive(request, cancellationToken).ConfigureAwait(false);
        throw exception;
    };

    /// <summary>Never gets to send the request.</summary>
    public static Turn HangBeforeSending(TaskCompletionSource? entered = null) => async (_, cancellationToken) =>
    {
        entered?.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("unreachable");
    };

    /// <summary>Takes the request and never answers.</summary>
    public static Turn HangAfterSending(TaskCompletionSource? entered = null) => async (request, cancellationToken) =>
    {
        await Receive(request, cancellationToken).ConfigureAwait(false);
        return await HangBeforeSending(entered)(request, cancellationToken);
    };

    private static Task Receive(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Content!.CopyToAsync(Stream.Null, cancellationToken);

    /// <summary>Stands before MockHttp, which has no way to fail, to hang or to see the token.</summary>
    private sealed class TurnHandler : DelegatingHandler
    {
        private readonly ConditionalWeakTable<HttpRequestMessage, HttpResponseMessage> _answers = new();
        private int _requests;

        public TurnHandler(MockHttpMessageHandler http)
            : base(http) =>
            http.When(HttpMethod.Post, "*").Respond(request => _answers.TryGetValue(request, out HttpResponseMessage? response) ? response : throw new InvalidOperationException("No turn was given."));

        public Turn[] Turns { get; set; } = [];

        public int Requests => _requests;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            int turn = Math.Min(Interlocked.Increment(ref _requests), Turns.Length) - 1;
            _answers.Add(request, await Turns[turn](request, cancellationToken).ConfigureAwait(false));
            return await base.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
