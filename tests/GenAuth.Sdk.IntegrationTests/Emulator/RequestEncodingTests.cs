using System.IO.Compression;
using System.Text;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class RequestEncodingTests : WireTests
{
    private protected RequestEncodingTests(bool sockets)
        : base(sockets)
    {
    }

    [Fact]
    public async Task A_byte_order_mark_is_skipped() =>
        Assert.Equal(200, await PostAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Wire.Body())], encoding: null));

    [Theory]
    [InlineData("gzip")]
    [InlineData("X-GZIP")]
    public async Task A_compressed_body_is_read(string encoding) =>
        Assert.Equal(200, await PostAsync(Compress([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Wire.Body())]), encoding));

    [Fact]
    public async Task A_body_that_decompresses_beyond_the_limit_is_too_large() =>
        Assert.Equal(413, await PostAsync(Compress(new byte[20 * 1024 * 1024]), "gzip"));

    [Fact]
    public async Task A_body_that_cannot_be_decompressed_is_malformed()
    {
        byte[] compressed = Compress(Encoding.UTF8.GetBytes(Wire.Body()));

        Assert.Equal(400, await PostAsync(compressed[..(compressed.Length / 2)], "gzip"));
        Assert.Equal(400, await PostAsync(Encoding.UTF8.GetBytes(Wire.Body()), "gzip"));
        Assert.Equal(400, await PostAsync(compressed, encoding: null));
    }

    private static byte[] Compress(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
            gzip.Write(plain);
        return compressed.ToArray();
    }

    private async Task<int> PostAsync(byte[] body, string? encoding)
    {
        using var content = new ByteArrayContent(body);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);

        using HttpResponseMessage response = await Wire.SendAsync(HttpMethod.Post, Wire.Path, content, ("x-genauth-app-id", Emulator.AppId));
        using var json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return json.RootElement.GetProperty("statusCode").GetInt32();
    }

    public sealed class OverSockets() : RequestEncodingTests(sockets: true);

    public sealed class InMemory() : RequestEncodingTests(sockets: false);
}
