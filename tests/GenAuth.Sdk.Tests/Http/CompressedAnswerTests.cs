using System.Buffers;
using System.IO.Compression;
using System.Text;

using GenAuth.Sdk.Internal.Http;

namespace GenAuth.Sdk.Tests.Http;

public class CompressedAnswerTests
{
    [Fact]
    public async Task A_body_that_does_not_decompress_is_not_an_answer()
    {
        using TestClient client = new TestClient().Returning(Compressed("gzip", "no gzip at all"u8.ToArray()));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync());

        Assert.Contains("cannot be decompressed", exception.Message, StringComparison.Ordinal);
        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, client.Requests));
    }

    public static TheoryData<string, string> Encodings => new()
    {
        { "gzip", "gzip" },
        { "GZIP", "gzip" },
        { "x-gzip", "gzip" },
        { "deflate", "raw" },
#if NET
        { "deflate", "zlib" },
#if !NETSTANDARD_SDK
        { "br", "br" },
#endif
#endif
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task An_answer_that_was_compressed_unasked_is_read_whatever_the_handler(string encoding, string format)
    {
        using TestClient client = new TestClient().Returning(Compressed(encoding, Compress(format, Encoding.UTF8.GetBytes(ScriptedHandler.Success))));

        Assert.True((await client.SendAsync()).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_bomb_is_read_up_to_the_limit(string encoding, string format)
    {
        using TestClient client = new TestClient().Returning(Compressed(encoding, Compress(format, new byte[20_000_000])));

        Assert.Contains("larger than 1 MiB", (await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task An_answer_that_was_decompressed_is_wiped_from_the_buffers_that_others_rent_next(string encoding, string format)
    {
        string message = Guid.NewGuid().ToString("N");
        byte[] answer = Encoding.UTF8.GetBytes($$"""{"statusCode":200,"message":"{{message}}"}""");
        byte[] compressed = Compress(format, answer, CompressionLevel.NoCompression);
        using TestClient client = new TestClient().Returning((_, _) => Task.FromResult(Response(encoding, compressed)));
        (await client.SendAsync()).EnsureSuccess();

        // The pool gives back first what this thread returned last.
        IEnumerable<byte[]> rented = Enumerable.Range(0, 8).Select(_ => ArrayPool<byte>.Shared.Rent(ResponseBuffer.PooledSize));
        Assert.All(rented, buffer => Assert.Equal(-1, buffer.AsSpan().IndexOf(Encoding.UTF8.GetBytes(message))));
    }

    [Fact]
    public async Task Compressed_bytes_count_towards_the_limit_although_nothing_comes_out_of_them()
    {
        // Empty stored blocks (RFC 1951, 3.2.4), none of them the last.
        byte[] nothing = [.. Enumerable.Repeat(new byte[] { 0x00, 0x00, 0x00, 0xFF, 0xFF }, 400_000).SelectMany(block => block)];
        using TestClient client = new TestClient().Returning(Compressed("deflate", nothing));

        Assert.Contains("larger than 1 MiB", (await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Identity_content_encoding_is_not_decompressed()
    {
        using TestClient client = new TestClient().Returning(Compressed("identity", Encoding.UTF8.GetBytes(ScriptedHandler.Success)));

        Assert.True((await client.SendAsync()).IsSuccess);
    }

    private static Step Compressed(string encoding, byte[] body) => async (request, cancellationToken) =>
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        return Response(encoding, body);
    };

    private static HttpResponseMessage Response(string encoding, byte[] body)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentEncoding.Add(encoding);
        return response;
    }

    private static byte[] Compress(string format, byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = format switch
        {
            "gzip" => new GZipStream(compressed, level, leaveOpen: true),
#if NET
            "zlib" => new ZLibStream(compressed, level, leaveOpen: true),
            "br" => new BrotliStream(compressed, level, leaveOpen: true),
#endif
            _ => new DeflateStream(compressed, level, leaveOpen: true),
        })
        {
            stream.Write(bytes, 0, bytes.Length);
        }

        return compressed.ToArray();
    }
}
