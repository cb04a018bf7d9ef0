using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Tests;

/// <summary>A client over a handler and a clock that the test owns.</summary>
internal sealed class TestClient : AuthenticationClient, IDisposable
{
    public const string PhoneNumber = "5550100";

    private readonly ScriptedHandler? _script;

    public TestClient(Action<GenAuthClientOptions>? configure = null, ILogger<AuthenticationClient>? logger = null)
        : this(new ScriptedHandler(), configure, logger)
    {
    }

    public TestClient(HttpMessageHandler handler, Action<GenAuthClientOptions>? configure = null, ILogger<AuthenticationClient>? logger = null)
        : this(new HttpClient(handler), CreateOptions(configure), logger) =>
        _script = handler as ScriptedHandler;

    private TestClient(HttpClient httpClient, GenAuthClientOptions options, ILogger<AuthenticationClient>? logger)
        : base(httpClient, options, logger)
    {
        HttpClient = httpClient;
        Options = options;
    }

    public RetryClock Clock => (RetryClock)Options.TimeProvider;

    public GenAuthClientOptions Options { get; }

    public HttpClient HttpClient { get; }

    /// <summary>How many requests reached the handler.</summary>
    public int Requests => Script.Requests;

    private ScriptedHandler Script => _script ?? throw new InvalidOperationException("The client has a handler of its own.");

    /// <summary>Gives each request the next of <paramref name="steps"/>; the last one holds for all that follow.</summary>
    public TestClient Returning(params Step[] steps)
    {
        Script.Steps = steps;
        return this;
    }

    public Task<SendSMSRespDto> SendAsync(GenAuthRequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        SendSmsAsync(SmsChannel.Login, PhoneNumber, "+1", requestOptions, cancellationToken);

    public void Dispose() => HttpClient.Dispose();

    private static GenAuthClientOptions CreateOptions(Action<GenAuthClientOptions>? configure)
    {
        var options = new GenAuthClientOptions
        {
            AppId = "app-1",
            AppHost = new Uri("https://tenant.example"),
            TimeProvider = new RetryClock(),
        };
        configure?.Invoke(options);
        return options;
    }
}
