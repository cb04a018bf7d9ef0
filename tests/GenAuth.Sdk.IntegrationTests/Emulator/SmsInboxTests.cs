using System.Net;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class SmsInboxTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly GenAuthEmulator _emulator;
    private readonly AuthenticationClient _client;

    public SmsInboxTests()
    {
        _emulator = new GenAuthEmulator(new() { ResendWindow = TimeSpan.Zero, TimeProvider = _clock });
        _client = _emulator.CreateClient();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task A_message_holds_what_the_request_carried()
    {
        var requestOptions = new GenAuthRequestOptions { AccessToken = "token-1", ClientIp = IPAddress.Parse("203.0.113.7"), Language = "ja-JP" };

        SendSMSRespDto response = await _client.SendSmsAsync(SmsChannel.ResetPassword, "5550100", "0086", requestOptions, Token);
        SmsMessage message = await _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);

        Assert.Equal(SmsChannel.ResetPassword, message.Channel);
        Assert.Equal(("5550100", "+86"), (message.PhoneNumber, message.PhoneCountryCode));
        Assert.Matches("^[0-9]{6}$", message.Code);
        Assert.Equal(_clock.GetUtcNow(), message.At);
        Assert.Equal(_emulator.AppId, message.AppId);
        Assert.Equal(response.RequestId, message.RequestId);
        Assert.Equal(("token-1", "203.0.113.7", "ja-JP"), (message.AccessToken, message.ClientIp, message.Language));
    }

    [Fact]
    public async Task A_message_holds_null_for_what_the_request_lacked()
    {
        await SendAsync();
        SmsMessage message = await _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);

        Assert.Equal((null, null, null), (message.AccessToken, message.ClientIp, message.Language));
    }

    [Fact]
    public async Task A_message_shows_nothing_private_as_text()
    {
        var requestOptions = new GenAuthRequestOptions { AccessToken = "token-1", ClientIp = IPAddress.Parse("203.0.113.7") };
        (await _client.SendSmsAsync(SmsChannel.Login, "5550100", requestOptions: requestOptions, cancellationToken: Token)).EnsureSuccess();
        SmsMessage message = Assert.Single(_emulator.Inbox.Messages);

        string text = message.ToString();

        Assert.Contains("CHANNEL_LOGIN", text, StringComparison.Ordinal);
        Assert.All(
            ["5550100", message.Code, "token-1", "203.0.113.7"],
            secret => Assert.DoesNotContain(secret, text.Replace(message.RequestId, "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_sends_and_two_waits_give_two_messages_oldest_first()
    {
        await SendAsync();
        await SendAsync();

        SmsMessage first = await _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);
        SmsMessage second = await _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);

        Assert.Equal(_emulator.Inbox.Messages, [first, second]);
        Assert.NotSame(first, second);
    }

    [Fact]
    public async Task A_wait_ends_when_the_message_comes()
    {
        Task<SmsMessage> waiting = _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);
        await SendAsync("5550101");
        Assert.False(waiting.IsCompleted);
        await SendAsync();

        Assert.Equal("5550100", (await waiting).PhoneNumber);
    }

    [Fact]
    public async Task Of_several_waiters_each_gets_its_own_message_in_order()
    {
        Task<SmsMessage>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token))];

        for (int i = 0; i < waiting.Length; i++)
            await SendAsync();

        Assert.Equal(_emulator.Inbox.Messages, await Task.WhenAll(waiting));
    }

    [Fact]
    public async Task No_message_is_lost_or_doubled_when_all_happens_at_once()
    {
        Task<SmsMessage>[] waiting = [.. Enumerable.Range(0, 100).Select(_ => Task.Run(() => _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token)))];
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => SendAsync())));

        Assert.Equal(100, (await Task.WhenAll(waiting)).Select(message => message.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task A_cancelled_waiter_takes_nothing()
    {
        using var giveUp = new CancellationTokenSource();
        Task<SmsMessage> cancelled = _emulator.Inbox.WaitForAsync("5550100", cancellationToken: giveUp.Token);
        Task<SmsMessage> patient = _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);

        await giveUp.CancelAsync();
        await SendAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(giveUp.Token, exception.CancellationToken);
        Assert.Equal("5550100", (await patient).PhoneNumber);
    }

    [Fact]
    public async Task A_token_that_is_already_cancelled_takes_nothing()
    {
        await SendAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _emulator.Inbox.WaitForAsync("5550100", cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal("5550100", (await _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token)).PhoneNumber);
    }

    [Fact]
    public async Task The_messages_are_a_copy_of_the_moment()
    {
        IReadOnlyList<SmsMessage> before = _emulator.Inbox.Messages;

        await SendAsync();

        Assert.Empty(before);
    }

    [Fact]
    public async Task The_messages_keep_what_was_handed_out()
    {
        await SendAsync();

        await _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);

        Assert.Single(_emulator.Inbox.Messages);
    }

    [Fact]
    public async Task Clearing_forgets_the_messages_but_not_those_who_wait()
    {
        await SendAsync();
        Task<SmsMessage> waiting = _emulator.Inbox.WaitForAsync("5550101", cancellationToken: Token);
        _emulator.Inbox.Clear();
        Assert.Empty(_emulator.Inbox.Messages);

        await SendAsync("5550101");

        Assert.Equal("5550101", (await waiting).PhoneNumber);
        Assert.False(_emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token).IsCompleted);
    }

    [Fact]
    public async Task Disposing_the_emulator_ends_the_wait()
    {
        Task<SmsMessage> waiting = _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);
        await _emulator.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token));
    }

    private async Task SendAsync(string phoneNumber = "5550100") =>
        (await _client.SendSmsAsync(SmsChannel.Login, phoneNumber, cancellationToken: Token)).EnsureSuccess();
}
