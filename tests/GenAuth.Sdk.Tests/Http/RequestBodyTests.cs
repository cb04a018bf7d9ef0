using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk.Tests.Http;

public class RequestBodyTests
{
    [Fact]
    public async Task A_body_that_was_begun_says_so()
    {
        using var body = new RequestBody("{}"u8.ToArray());
        await body.CopyToAsync(Stream.Null);

        Assert.True(body.Close());
    }

    [Fact]
    public async Task A_body_that_was_closed_unbegun_never_leaves()
    {
        using var body = new RequestBody("{}"u8.ToArray());
        using var wire = new MemoryStream();

        Assert.False(body.Close());
        await Assert.ThrowsAsync<InvalidOperationException>(() => body.CopyToAsync(wire));
        Assert.Equal(0, wire.Length);
        Assert.False(body.Close());
    }

    [Fact]
    public async Task A_body_that_a_proxy_asks_for_again_is_written_again()
    {
        using var body = new RequestBody("{}"u8.ToArray());
        using var wire = new MemoryStream();
        await body.CopyToAsync(wire);
        await body.CopyToAsync(wire);

        Assert.Equal("{}{}"u8.ToArray(), wire.ToArray());
        Assert.Equal(2, body.Headers.ContentLength);
    }
}
