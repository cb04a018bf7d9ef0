using GenAuth.Sdk.Internal.Http;

namespace GenAuth.Sdk.Tests.Http;

public class DeadlineTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_deadline_ends_when_its_time_is_up()
    {
        var clock = new RetryClock();
        using var deadline = new Deadline(new DeadlineTimers(clock), Timeout, CancellationToken.None);

        clock.Advance(Timeout - TimeSpan.FromMilliseconds(1));
        Assert.False(deadline.Token.IsCancellationRequested);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_deadline_ends_when_its_caller_cancels()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new Deadline(new DeadlineTimers(TimeProvider.System), Timeout, caller.Token);

        Assert.False(deadline.Token.IsCancellationRequested);
        caller.Cancel();

        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_caller_who_cancels_late_does_not_reach_the_next_deadline()
    {
        var timers = new DeadlineTimers(TimeProvider.System);
        using var caller = new CancellationTokenSource();
        new Deadline(timers, Timeout, caller.Token).Dispose();
        using var next = new Deadline(timers, Timeout, CancellationToken.None);

        caller.Cancel();

        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_deadline_that_was_cancelled_leaves_no_trace_in_the_next()
    {
        var timers = new DeadlineTimers(TimeProvider.System);
        new Deadline(timers, Timeout, new CancellationToken(canceled: true)).Dispose();

        using var next = new Deadline(timers, Timeout, CancellationToken.None);

        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public void Deadlines_at_the_same_time_have_timers_of_their_own()
    {
        var timers = new DeadlineTimers(TimeProvider.System);
        new Deadline(timers, Timeout, CancellationToken.None).Dispose();
        using var caller = new CancellationTokenSource();
        using var first = new Deadline(timers, Timeout, caller.Token);
        using var second = new Deadline(timers, Timeout, CancellationToken.None);

        caller.Cancel();

        Assert.True(first.Token.IsCancellationRequested);
        Assert.False(second.Token.IsCancellationRequested);
    }

#if NET && !NETSTANDARD_SDK
    [Fact]
    public void A_timer_is_used_again()
    {
        var timers = new DeadlineTimers(TimeProvider.System);
        CancellationToken first;
        using (var deadline = new Deadline(timers, Timeout, CancellationToken.None))
            first = deadline.Token;

        using var next = new Deadline(timers, Timeout, CancellationToken.None);

        Assert.Equal(first, next.Token);
    }
#endif
}
