using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Resilience;

public class SynchronizationContextTests
{
    [Fact]
    public async Task A_send_never_comes_back_to_the_callers_context_on_its_own()
    {
        using TestClient client = new TestClient().Returning(
            async (_, _) =>
            {
                await Task.Run(() => { }, CancellationToken.None).ConfigureAwait(false);
                throw new HttpRequestException("refused");
            },
            Body(Success));
        var context = new CountingContext();
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        Task<SendSMSRespDto> send;
        try
        {
            send = client.SendAsync();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        Assert.True((await send).IsSuccess);
        Assert.Equal(2, client.Requests);
        Assert.Equal(0, context.Posts);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
