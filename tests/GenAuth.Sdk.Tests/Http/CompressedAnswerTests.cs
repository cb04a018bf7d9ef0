using System.IO.Compression;
using System.Text;

namespace GenAuth.Sdk.Tests.Http;

public class CompressedAnswerTests
{
    [Fact]
    public async Task A_body_that_does_not_decompress_is_not_an_answer()
    {
        using Harness harness = new Harness().Answering(Compressed("gzip", "no gzip at all"u8.ToArray()));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => harness.SendAsync());

        Assert.Contains("cannot be decompressed", exception.Message, StringComparison.Ordinal);
        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, harness.Requests));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    public async Task An_answer_that_was_compressed_unasked_is_read_whatever_the_handler(string encoding)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Harness.Success));
        using Harness harness = new Harness().Answering(Compressed(encoding, compressed.ToArray()));

        Assert.True((await harness.SendAsync()).IsSuccess);
    }

    [Fact]
    public async Task A_body_that_says_it_is_as_it_is_is_taken_as_it_is()
    {
        using Harness harness = new Harness().Answering(Compressed("identity", Encoding.UTF8.GetBytes(Harness.Success)));

        Assert.True((await harness.SendAsync()).IsSuccess);
    }

    private static Harness.Turn Compressed(string encoding, byte[] body) => async (request, cancellationToken) =>
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        var response = new HttpResponseMessage { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentEncoding.Add(encoding);
        return response;
    };
}
