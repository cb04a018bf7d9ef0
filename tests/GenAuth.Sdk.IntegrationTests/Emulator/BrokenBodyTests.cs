using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>Faults that change how a response is sent, over both transports.</summary>
public sealed class BrokenBodyTests : IAsyncLifetime
{
    private const string Hello = "{\"hello\":1}";

    private readonly DelayClock _clock = new();
    private GenAuthEmulator _emulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _emulator = await GenAuthEmulator.StartAsync(new() { TimeProvider = _clock, ResendWindow = TimeSpan.Zero }, Token);

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_padded_body_is_still_the_same_document(bool sockets)
    {
        const int Size = 3 * 1024 * 1024;
        _emulator.Faults.Next(Fault.Http(HttpStatusCode.OK, Hello).PaddedTo(Size));
        using HttpResponseMessage response = await GetAsync(sockets);

        string text = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal((Size, Size), (text.Length, response.Content.Headers.ContentLength));
        Assert.Equal(Hello, text.TrimEnd(' '));
    }

    [Fact]
    public async Task A_compressed_body_is_a_bomb_when_it_is_padded()
    {
        const int Size = 20 * 1024 * 1024;
        _emulator.Faults.Next(Fault.Http(HttpStatusCode.OK, Hello).Gzipped().PaddedTo(Size));
        using HttpResponseMessage response = await GetAsync(sockets: true);

        byte[] compressed = await response.Content.ReadAsByteArrayAsync(Token);
        using var plain = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress))
            await gzip.CopyToAsync(plain, Token);

        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        Assert.InRange(compressed.Length, 1, Size / 100);
        Assert.Equal(Size, plain.Length);
        Assert.StartsWith(Hello, Encoding.UTF8.GetString(plain.GetBuffer(), 0, 100), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_of_the_emulators_reads_a_compressed_answer(bool sockets)
    {
        await using var inMemory = new GenAuthEmulator();
        GenAuthEmulator emulator = sockets ? _emulator : inMemory;
        emulator.Faults.Next(Fault.Answer(200).AfterAccepting().Gzipped());

        SendSMSRespDto response = await emulator.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token);

        Assert.Equal(200, response.StatusCode);
    }

    [Theory]
    [InlineData(true, Hello)]
    [InlineData(false, Hello)]
    [InlineData(true, "")]
    [InlineData(false, "")]
    public async Task A_truncated_body_ends_before_its_announced_length(bool sockets, string body)
    {
        _emulator.Faults.Next(Fault.Http(HttpStatusCode.OK, body).Truncated());
        using HttpResponseMessage response = await GetAsync(sockets);
        await using Stream stream = await response.Content.ReadAsStreamAsync(Token);

        byte[] half = new byte[body.Length / 2];
        await stream.ReadExactlyAsync(half, Token);
        HttpIOException exception = await Assert.ThrowsAsync<HttpIOException>(() => stream.ReadExactlyAsync(new byte[1], Token).AsTask());

        Assert.Equal(Math.Max(body.Length, 1), response.Content.Headers.ContentLength);
        Assert.Equal(body[..half.Length], Encoding.UTF8.GetString(half));
        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dripping_body_comes_byte_by_byte_on_the_emulators_clock(bool sockets)
    {
        _emulator.Faults.Next(Fault.Http(HttpStatusCode.OK, "ab").Dripping(TimeSpan.FromHours(1)));
        using HttpResponseMessage response = await GetAsync(sockets);
        await using Stream stream = await response.Content.ReadAsStreamAsync(Token);
        DateTimeOffset start = _clock.GetUtcNow();

        Task body = stream.ReadExactlyAsync(new byte[2], Token).AsTask();
        for (int i = 0; i < 2; i++)
        {
            await _clock.WaitForDelayAsync(TimeSpan.FromHours(1), Token);
            Assert.False(body.IsCompleted);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        await body;
        Assert.True(_clock.GetUtcNow() - start >= TimeSpan.FromHours(2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_never_ends_ends_with_the_emulator(bool sockets)
    {
        _emulator.Faults.Next(Fault.Silence().After(TimeSpan.Zero));
        _emulator.Faults.Next(Fault.Http(HttpStatusCode.OK, "ab").Dripping(TimeSpan.FromHours(1)));

        Task<HttpResponseMessage> silence = GetAsync(sockets);
        await Eventually.PassesAsync(() => Assert.Equal(1, _emulator.RequestCount));
        using HttpResponseMessage dripping = await GetAsync(sockets);
        Task<string> body = dripping.Content.ReadAsStringAsync(Token);
        await _emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => silence);
        await Assert.ThrowsAsync<HttpRequestException>(() => body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Headers_go_out_as_they_were_named(bool sockets)
    {
        var date = new DateTimeOffset(2030, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
        _emulator.Faults.Next(Fault.Redirect(new Uri("https://elsewhere.invalid/a b"))
            .WithHeader("X-One", "1").WithHeader("x-one", "2").WithHeader("Content-Language", "en")
            .WithRetryAfter(TimeSpan.FromSeconds(1)).WithRetryAfter(date));
        using HttpResponseMessage response = await GetAsync(sockets);

        Assert.Equal((HttpStatusCode.TemporaryRedirect, "https://elsewhere.invalid/a%20b"), (response.StatusCode, response.Headers.Location!.AbsoluteUri));
        Assert.Equal("1,2", string.Join(',', response.Headers.GetValues("X-One")));
        Assert.Equal("en", response.Content.Headers.ContentLanguage.Single());
        Assert.Equal(new RetryConditionHeaderValue(date.AddMilliseconds(-678)), response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_gateway_page_is_html_that_names_its_status()
    {
        _emulator.Faults.Next(Fault.GatewayPage(HttpStatusCode.GatewayTimeout));
        using HttpResponseMessage response = await GetAsync(sockets: true);

        Assert.Equal((HttpStatusCode.GatewayTimeout, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("504", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(bool sockets)
    {
        using var client =
            new HttpClient(sockets ? new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false } : _emulator.CreateHandler(), disposeHandler: false);
        return await client.GetAsync(new Uri(_emulator.AppHost, "/api/v3/system"), HttpCompletionOption.ResponseHeadersRead, Token);
    }
}
