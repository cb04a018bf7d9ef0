using System.Buffers;
using System.Text;

namespace GenAuth.Sdk.Tests.Http;

/// <summary>Nobody who rents a buffer next finds somebody's answer in it.</summary>
public class WipedBufferTests
{
    [Fact]
    public async Task The_answer_is_wiped_from_the_buffer_that_others_rent_next()
    {
        string message = Guid.NewGuid().ToString("N");
        byte[] answer = Encoding.UTF8.GetBytes($$"""{"statusCode":200,"message":"{{message}}"}""");
        using Harness harness = new Harness().Answering((_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(answer) }));
        (await harness.SendAsync()).EnsureSuccess();

        // The pool gives back first what this thread returned last; a few more, in case the send completed elsewhere.
        byte[][] rented = [.. Enumerable.Range(0, 8).Select(_ => ArrayPool<byte>.Shared.Rent(4096))];

        Assert.All(rented, buffer => Assert.Equal(-1, buffer.AsSpan().IndexOf(Encoding.UTF8.GetBytes(message))));
    }

    [Fact]
    public async Task What_was_read_of_an_oversized_answer_is_wiped_too()
    {
        // A mark of its own, because tests at the same time return buffers to the same pool.
        byte[] mark = Encoding.UTF8.GetBytes(Guid.NewGuid().ToString("N"));
        byte[] oversized = [.. Enumerable.Repeat(mark, (1024 * 1024 / mark.Length) + 128).SelectMany(octets => octets)];
        using Harness harness = new Harness().Answering((_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(oversized) }));
        await Assert.ThrowsAsync<GenAuthResponseException>(() => harness.SendAsync());

        byte[][] rented = [.. Enumerable.Range(0, 8).Select(_ => ArrayPool<byte>.Shared.Rent(2 * 1024 * 1024))];

        Assert.All(rented, buffer => Assert.Equal(-1, buffer.AsSpan().IndexOf(mark)));
    }
}
