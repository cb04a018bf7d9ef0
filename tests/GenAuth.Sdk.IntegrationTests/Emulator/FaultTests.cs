using System.Net;
using System.Net.Sockets;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>What a fault is, before anybody meets it, and how it looks without sockets.</summary>
public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Fault> Unanswered => [Fault.Silence(), Fault.Close(), Fault.Reset(), Fault.Refuse()];

    [Fact]
    public void It_says_whether_an_sms_is_accepted()
    {
        Assert.False(Fault.Http(HttpStatusCode.BadGateway).AcceptsSms);
        Assert.True(Fault.Http(HttpStatusCode.BadGateway).AfterAccepting().Truncated().AcceptsSms);
        Assert.False(Fault.Reset().BeforeReading().AcceptsSms);
    }

    [Theory]
    [MemberData(nameof(Unanswered))]
    public void What_sends_no_answer_has_none_to_change(Fault fault)
    {
        Assert.Throws<InvalidOperationException>(() => fault.WithHeader("X-One", "1"));
        Assert.Throws<InvalidOperationException>(() => fault.WithRetryAfter(TimeSpan.Zero));
        Assert.Throws<InvalidOperationException>(() => fault.PaddedTo(1));
        Assert.Throws<InvalidOperationException>(fault.Gzipped);
        Assert.Throws<InvalidOperationException>(fault.Truncated);
        Assert.Throws<InvalidOperationException>(() => fault.Dripping(TimeSpan.Zero));
    }

    [Fact]
    public void What_cannot_happen_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => Fault.Refuse().AfterAccepting());
        Assert.Throws<InvalidOperationException>(() => Fault.Reset().BeforeReading().AfterAccepting());
        Assert.Throws<InvalidOperationException>(() => Fault.Reset().AfterAccepting().BeforeReading());
        Assert.Throws<InvalidOperationException>(() => Fault.Silence().BeforeReading());
        Assert.Throws<InvalidOperationException>(() => Fault.Answer(500).BeforeReading());
        Assert.Throws<InvalidOperationException>(() => Fault.Http(HttpStatusCode.NoContent).PaddedTo(1));
        Assert.Throws<ArgumentOutOfRangeException>("bytes", () => Fault.Answer(500).PaddedTo(-1));
        Assert.Throws<ArgumentOutOfRangeException>("timePerByte", () => Fault.Answer(500).Dripping(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("status", () => Fault.Redirect(new Uri("/", UriKind.Relative), HttpStatusCode.OK));
        Assert.Throws<ArgumentException>("name", () => Fault.Answer(500).WithHeader("content-length", "1"));
        Assert.Throws<ArgumentException>("name", () => Fault.Answer(500).WithHeader("a b", "1"));
        Assert.Throws<ArgumentException>("value", () => Fault.Answer(500).WithHeader("a", "1\r\nb: 2"));
    }

    [Fact]
    public async Task Without_sockets_a_refused_request_never_leaves()
    {
        await using var emulator = new GenAuthEmulator();
        emulator.Faults.Next(Fault.Refuse());

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => Client(emulator).SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token));

        Assert.Equal(RequestOutcome.NotProcessed, exception.Outcome);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(exception.GetBaseException()).SocketErrorCode);
        Assert.Equal(0, emulator.RequestCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_sockets_a_broken_connection_is_one_that_the_request_left_on(bool unread)
    {
        await using var emulator = new GenAuthEmulator();
        emulator.Faults.Next(unread ? Fault.Close().BeforeReading() : Fault.Close());
        emulator.Faults.Next(unread ? Fault.Reset().BeforeReading() : Fault.Reset());

        var closed = await Assert.ThrowsAsync<GenAuthConnectionException>(() => Client(emulator).SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token));
        var reset = await Assert.ThrowsAsync<GenAuthConnectionException>(() => Client(emulator).SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token));

        Assert.Equal((RequestOutcome.Unknown, RequestOutcome.Unknown), (closed.Outcome, reset.Outcome));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(closed.InnerException).HttpRequestError);
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(reset.GetBaseException()).SocketErrorCode);
        Assert.Equal(unread ? 0 : 2, emulator.RequestCount);
    }

    private static AuthenticationClient Client(GenAuthEmulator emulator) => emulator.CreateClient(options => options.Retry.MaxRetries = 0);
}
