using Flurl.Http;
using Flurl.Http.Configuration;

using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>Flurl, with the source-generated serialization it can use.</summary>
internal sealed class FlurlContender : IContender
{
    private readonly FlurlClient _client;

    public FlurlContender(Uri host, HttpMessageHandler? handler)
    {
        HttpClient http = handler is null ? new HttpClient() : new HttpClient(handler);
        http.BaseAddress = host;
        _client = new FlurlClient(http);
        _client.Settings.JsonSerializer = new DefaultJsonSerializer(WireContext.Default.Options);
    }

    public Task SendAsync() => _client
        .Request(Exchange.Path)
        .WithHeader(Exchange.AppIdHeader, Exchange.AppId)
        .PostJsonAsync(SmsRequest.Documented)
        .ReceiveJson<SmsAnswer>();
}
