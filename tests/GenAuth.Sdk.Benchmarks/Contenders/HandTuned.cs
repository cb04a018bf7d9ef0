using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>The practical limit: no timeout, headers unparsed, one serialization, the answer read from a pooled buffer.</summary>
internal sealed class HandTuned : IContender
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly Uri _endpoint;

    public HandTuned(Uri host, HttpMessageHandler? handler)
    {
        _http = handler is null ? new HttpClient() : new HttpClient(handler);
        _http.Timeout = Timeout.InfiniteTimeSpan;
        _endpoint = new Uri(host, Exchange.Path);
    }

    public Task SendAsync() => SendSmsAsync(SmsRequest.Documented);

    private async Task<SmsAnswer> SendSmsAsync(SmsRequest request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _endpoint)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, WireContext.Default.SmsRequest)) { Headers = { ContentType = Json } },
        };
        message.Headers.TryAddWithoutValidation(Exchange.AppIdHeader, Exchange.AppId);
        using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();

        using Stream body = await response.Content.ReadAsStreamAsync();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            int length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
            return JsonSerializer.Deserialize(buffer.AsSpan(0, length), WireContext.Default.SmsAnswer)!;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
