using System.Net.Http.Json;

using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>The baseline: what the documentation of <see cref="HttpClient"/> teaches, with its default settings.</summary>
internal sealed class HandWritten : IContender
{
    private readonly HttpClient _http;

    public HandWritten(Uri host, HttpMessageHandler? handler)
        : this(handler is null ? new HttpClient() : new HttpClient(handler), host)
    {
    }

    public HandWritten(HttpClient http, Uri host)
    {
        _http = http;
        _http.BaseAddress = host;
        _http.DefaultRequestHeaders.Add(Exchange.AppIdHeader, Exchange.AppId);
    }

    public Task SendAsync() => SendSmsAsync(SmsRequest.Documented);

    private async Task<SmsAnswer> SendSmsAsync(SmsRequest request)
    {
        using HttpResponseMessage response = await _http.PostAsJsonAsync(Exchange.Path, request, WireContext.Default.SmsRequest);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(WireContext.Default.SmsAnswer))!;
    }
}
