using GenAuth.Sdk.Tests.Http;

namespace GenAuth.Sdk.Tests.Resilience;

public class BodyTimeoutTests
{
    [Fact]
    public async Task The_attempt_timeout_covers_the_body_too()
    {
        var stalled = new StalledStream();
        using TestClient client = new TestClient().Returning(Respond(stalled));

        Task<SendSMSRespDto> send = client.SendAsync();
        await stalled.Entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(10));

        GenAuthTimeoutException exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send);
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
    }

#if !NETFRAMEWORK // Its streams ignore the token, so that closing them is the only way to end a read.
    [Fact]
    public async Task A_body_is_not_closed_while_it_is_read()
    {
        var body = new SlowlyEndingStream();
        using TestClient client = new TestClient().Returning(Respond(body));

        Task<SendSMSRespDto> send = client.SendAsync();
        await body.Entered.Task;
        client.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.False(body.IsClosed);
        body.End.SetCanceled();
        await Assert.ThrowsAsync<GenAuthTimeoutException>(() => send);
        Assert.True(body.IsClosed);
    }
#endif

    private static Step Respond(Stream body) => async (request, cancellationToken) =>
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        return new HttpResponseMessage { Content = new StreamContent(body) };
    };

#if !NETFRAMEWORK
    /// <summary>Like a decompressor in the middle of its work: a process ends when the memory of one is freed then.</summary>
    private sealed class SlowlyEndingStream : BodyStream
    {
        public TaskCompletionSource Entered { get; } = new();

        public TaskCompletionSource<int> End { get; } = new();

        public bool IsClosed { get; private set; }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            return End.Task;
        }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
#endif

    private sealed class StalledStream : BodyStream
    {
        public TaskCompletionSource Entered { get; } = new();

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }
}
