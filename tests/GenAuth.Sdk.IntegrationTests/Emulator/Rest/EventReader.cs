using System.Net;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>Reads a stream of events as any client would.</summary>
internal sealed class EventReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private HttpResponseMessage _response = null!;
    private StreamReader _reader = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public string? MediaType => _response.Content.Headers.ContentType?.MediaType;

    public static async Task<EventReader> OpenAsync(string origin, string? lastEventId = null)
    {
        var reader = new EventReader();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(origin + "/_genauth/api/v1/events"));
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        reader._response = await reader._client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal(HttpStatusCode.OK, reader._response.StatusCode);
        reader._reader = new StreamReader(await reader._response.Content.ReadAsStreamAsync(Token));
        return reader;
    }

    /// <summary>The next event, whichever it is.</summary>
    public async Task<ServerSentEvent> ReadAsync()
    {
        List<string> lines = [];
        while (await _reader.ReadLineAsync(Token).AsTask().WaitAsync(Patience, Token) is { } line)
        {
            if (line.Length == 0)
                return new ServerSentEvent(lines);
            lines.Add(line);
        }

        throw new EndOfStreamException();
    }

    /// <summary>The next event of a name.</summary>
    public async Task<ServerSentEvent> ReadAsync(string name)
    {
        ServerSentEvent next = await ReadAsync();
        while (next.Name != name)
            next = await ReadAsync();
        return next;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
        _client.Dispose();
    }
}
