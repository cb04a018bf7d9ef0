using System.Text;

namespace GenAuth.Sdk.Tests.Http;

/// <summary>Nobody who rents a buffer next finds somebody's answer in it.</summary>
public class WipedBufferTests
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task An_answer_is_wiped_from_every_buffer_it_was_read_into()
    {
        RememberingStream body = new([.. "{\"statusCode\":200,\"message\":\""u8, .. _secret, .. "\"}"u8]);
        using TestClient client = Returning(body);

        (await client.SendAsync()).EnsureSuccess();

        AssertIsWiped(body);
    }

    [Fact]
    public async Task What_was_read_of_an_oversized_answer_is_wiped_too()
    {
        byte[] oversized = new byte[(1024 * 1024) + 4096];
        for (int start = 0; start + _secret.Length <= oversized.Length; start += _secret.Length)
            _secret.CopyTo(oversized, start);
        RememberingStream body = new(oversized);
        using TestClient client = Returning(body);

        await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync());

        AssertIsWiped(body);
    }

    private static TestClient Returning(Stream body) =>
        new TestClient().Returning((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) }));

    // Another test may have rented a pooled buffer since; nobody else writes these bytes.
    private void AssertIsWiped(RememberingStream body)
    {
        Assert.NotEmpty(body.Filled);
        Assert.All(body.Filled, buffer => Assert.Equal(-1, buffer.AsSpan().IndexOf(_secret)));
    }
}
