using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>How a wait in the inbox ends, and which spellings of a number it takes.</summary>
public sealed class InboxWaitTests : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    private readonly GenAuthEmulator _emulator = new(new() { InternationalSms = true, ResendWindow = TimeSpan.Zero, TimeProvider = new FakeTimeProvider() });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task A_wait_in_vain_on_the_real_clock_says_what_arrived_without_numbers()
    {
        await SendAsync("5550100");
        await SendAsync("5550101", channel: "CHANNEL_REGISTER");
        await SendAsync("5550102", channel: "CHANNEL_REGISTER");
        await SendAsync("07700900123", "+44");
        await _emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => _emulator.Inbox.WaitForAsync("5550100", Moment, Token));

        Assert.Equal(
            "No SMS to this number arrived within 0.02 s. 1 to it had been handed out before. " +
            "For other numbers arrived: 2 × CHANNEL_REGISTER to +86 and 7 digits, 1 × CHANNEL_LOGIN to +44 and 11 digits.",
            exception.Message);
    }

    [Fact]
    public async Task A_wait_of_zero_takes_only_what_is_there()
    {
        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => _emulator.Inbox.WaitForAsync("5550100", TimeSpan.Zero, Token));
        await SendAsync("5550100");

        Assert.EndsWith("Nothing arrived for other numbers.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("5550100", (await _emulator.Inbox.WaitForAsync("5550100", TimeSpan.Zero, Token)).PhoneNumber);
    }

    [Fact]
    public async Task A_wait_that_timed_out_takes_nothing()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => _emulator.Inbox.WaitForAsync("5550100", Moment, Token));
        await SendAsync("5550100");

        Assert.Equal("5550100", (await _emulator.Inbox.WaitForAsync("5550100", Timeout.InfiniteTimeSpan, Token)).PhoneNumber);
    }

    [Theory]
    [InlineData("188 0000 8888", null)]
    [InlineData("188-0000-8888", null)]
    [InlineData("+86 188 0000 8888", null)]
    [InlineData("0086-18800008888", null)]
    [InlineData("\uFF0B86 188\u20110000\u20118888", null)]
    [InlineData("\u202A+8618800008888\u202C", null)]
    [InlineData("١٨٨٠٠٠٠٨٨٨٨", null)]
    [InlineData("+44 (0)188 0000 8888", "+44")]
    [InlineData("(188) 0000.8888", "+44")]
    public async Task A_number_is_found_in_any_spelling(string spelling, string? phoneCountryCode)
    {
        await SendAsync("18800008888", phoneCountryCode);

        Assert.Equal("18800008888", (await _emulator.Inbox.WaitForAsync(spelling, TimeSpan.Zero, Token)).PhoneNumber);
    }

    [Fact]
    public async Task A_country_code_finds_messages_to_that_country_only()
    {
        await SendAsync("5550100", "+44");

        await Assert.ThrowsAsync<TimeoutException>(() => _emulator.Inbox.WaitForAsync("+86 5550100", TimeSpan.Zero, Token));
        Assert.Equal("+44", (await _emulator.Inbox.WaitForAsync("+44 5550100", TimeSpan.Zero, Token)).PhoneCountryCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("me@example.com")]
    [InlineData("+")]
    [InlineData("00")]
    [InlineData("++8655501")]
    [InlineData("5550+100")]
    [InlineData("5550100\n")]
    [InlineData("5550100555010055")]
    public async Task What_cannot_be_a_number_is_refused_without_being_repeated(string text)
    {
        ArgumentException wait = await Assert.ThrowsAsync<ArgumentException>("phoneNumber", () => _emulator.Inbox.WaitForAsync(text, cancellationToken: Token));
        Assert.Throws<ArgumentException>("phoneNumber", () => _emulator.Redeem(SmsChannel.Login, text, "123456"));

        Assert.DoesNotContain("5550", wait.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_negative_timeout_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("timeout", () => _emulator.Inbox.WaitForAsync("5550100", TimeSpan.FromTicks(-1), Token));

    private async Task SendAsync(string phoneNumber, string? phoneCountryCode = null, string channel = "CHANNEL_LOGIN")
    {
        using var wire = Wire.InMemory(_emulator);
        Assert.Equal(200, (await wire.PostAsync(Wire.Body(channel, phoneNumber, phoneCountryCode))).StatusCode);
    }
}
