using GenAuth.Sdk.Benchmarks.Wire;

using RestSharp;
using RestSharp.Serializers.Json;

namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>RestSharp, with the source-generated serialization it can use.</summary>
internal sealed class RestSharpContender : IContender
{
    private readonly RestClient _client;

    public RestSharpContender(Uri host, HttpMessageHandler? handler) =>
        _client = new RestClient(
            new RestClientOptions(host) { ConfigureMessageHandler = own => handler ?? own },
            configureSerialization: serialization => serialization.UseSystemTextJson(WireContext.Default.Options));

    public Task SendAsync() => _client.PostAsync<SmsAnswer>(
        new RestRequest(Exchange.Path).AddHeader(Exchange.AppIdHeader, Exchange.AppId).AddJsonBody(SmsRequest.Documented));
}
