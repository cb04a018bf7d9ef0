namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>This package.</summary>
internal sealed class SdkContender : IContender
{
    private readonly AuthenticationClient _client;

    public SdkContender(Uri host, HttpMessageHandler? handler)
    {
        var options = new GenAuthClientOptions { AppId = Wire.Exchange.AppId, AppHost = host };
        _client = handler is null
            ? new AuthenticationClient(options)
            : new AuthenticationClient(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, options);
    }

#pragma warning disable GENAUTH001 // The task is measured as the library returns it; its response is the same every time.
    public Task SendAsync() => _client.SendSmsAsync(SmsChannel.Login, "5550100", "+86");
#pragma warning restore GENAUTH001
}
