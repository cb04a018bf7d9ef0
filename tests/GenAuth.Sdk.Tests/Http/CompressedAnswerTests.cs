using System.IO.Compression;

namespace GenAuth.Sdk.Tests.Http;

public class CompressedAnswerTests
{
    [Fact]
    public async Task A_body_that_does_not_decompress_is_not_an_answer()
    {
        using Harness harness = new Harness().Answering((_, _) => Task.FromResult(
            new HttpResponseMessage { Content = new StreamContent(new GZipStream(new MemoryStream("no gzip at all"u8.ToArray()), CompressionMode.Decompress)) }));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => harness.SendAsync());

        Assert.Contains("cannot be decompressed", exception.Message, StringComparison.Ordinal);
        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, harness.Requests));
    }
}
