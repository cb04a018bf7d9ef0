using GenAuth.Sdk.Benchmarks.Wire;

using Refit;

namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>Refit, with the source-generated serialization it can use.</summary>
internal sealed class RefitContender : IContender
{
    private readonly ISmsApi _api;

    public RefitContender(Uri host, HttpMessageHandler? handler)
    {
        HttpClient http = handler is null ? new HttpClient() : new HttpClient(handler);
        http.BaseAddress = host;
        _api = RestService.For<ISmsApi>(http, new RefitSettings(new SystemTextJsonContentSerializer(WireContext.Default.Options)));
    }

    public Task SendAsync() => _api.SendSms(Exchange.AppId, SmsRequest.Documented);
}
