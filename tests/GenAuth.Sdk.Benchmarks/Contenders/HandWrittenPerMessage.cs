using System.Net.Http.Json;

using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>The baseline with the header on each message, as a client of several tenants or users must write it.</summary>
internal sealed class HandWrittenPerMessage : IContender
{
    private readonly HttpClient _http;

    public HandWrittenPerMessage(Uri host, HttpMessageHandler? handler)
    {
        _http = handler is null ? new HttpClient() : new HttpClient(handler);
        _http.BaseAddress = host;
    }

    public Task SendAsync() => SendSmsAsync(SmsRequest.Documented);

    private async Task<SmsAnswer> SendSmsAsync(SmsRequest request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Exchange.Path)
        {
            Headers = { { Exchange.AppIdHeader, Exchange.AppId } },
            Content = JsonContent.Create(request, WireContext.Default.SmsRequest),
        };
        using HttpResponseMessage response = await _http.SendAsync(message);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(WireContext.Default.SmsAnswer))!;
    }
}
