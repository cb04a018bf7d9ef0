using System.IO.Compression;
using System.Text;

namespace GenAuth.Sdk.IntegrationTests.Client.Hostile;

/// <summary>No server decides how much memory a client spends. Alone in the process while it measures.</summary>
[CollectionDefinition(nameof(MemoryBoundTests), DisableParallelization = true)]
[Collection(nameof(MemoryBoundTests))]
public class MemoryBoundTests
{
    private const int Megabyte = 1024 * 1024;

    // 1 MiB is read, into buffers that double up to 2 MiB; the rest is the server's, in the same process.
    private const int MostAllocated = 6 * Megabyte;

    [Fact]
    public async Task A_body_of_50_MB_costs_no_more_than_the_limit()
    {
        byte[] block = new byte[64 * 1024];
        await using var server = new RawServer(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {50 * Megabyte}\r\n\r\n"), cancellationToken);
            for (int sent = 0; sent < 50 * Megabyte; sent += block.Length)
                await stream.WriteAsync(block, cancellationToken);
        });

        await AssertBoundedAsync(server);
    }

    [Fact]
    public async Task A_gzip_bomb_costs_no_more_than_the_limit()
    {
        byte[] bomb = Bomb(200 * Megabyte);
        Assert.InRange(bomb.Length, 1, Megabyte);
        await using var server = new RawServer(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n"),
                cancellationToken);
            await stream.WriteAsync(bomb, cancellationToken);
        });

        await AssertBoundedAsync(server);
    }

    private static async Task AssertBoundedAsync(RawServer server)
    {
        AuthenticationClient client = server.CreateClient();
        await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendSmsAsync(SmsChannel.Login, "5550100"));

        long before = GC.GetTotalAllocatedBytes(precise: true);
        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendSmsAsync(SmsChannel.Login, "5550100"));
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Contains("larger than 1 MiB", exception.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, MostAllocated);
        TestContext.Current.TestOutputHelper?.WriteLine($"{allocated:N0} bytes allocated");
    }

    private static byte[] Bomb(int length)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] zeroes = new byte[Megabyte];
            for (int written = 0; written < length; written += zeroes.Length)
                gzip.Write(zeroes);
        }

        return compressed.ToArray();
    }
}
