using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class RedeemTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly GenAuthEmulator _emulator;

    public RedeemTests() => _emulator = new GenAuthEmulator(new() { TimeProvider = _clock, InternationalSms = true, CodeLength = 8, OtherAppIds = { "second-app" } });

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task A_code_is_good_once()
    {
        string code = await SendAsync();

        Assert.Matches("^[0-9]{8}$", code);
        Assert.True(_emulator.Redeem(SmsChannel.Login, "5550100", code));
        Assert.False(_emulator.Redeem(SmsChannel.Login, "5550100", code));
    }

    [Fact]
    public async Task A_code_is_good_for_its_channel_number_and_country_only()
    {
        string code = await SendAsync("+1");

        Assert.False(_emulator.Redeem(SmsChannel.Register, "5550100", code, "+1"));
        Assert.False(_emulator.Redeem(SmsChannel.Login, "5550101", code, "+1"));
        Assert.False(_emulator.Redeem(SmsChannel.Login, "5550100", code));
        Assert.False(_emulator.Redeem(SmsChannel.Login, "5550100", code + "0", "+1"));
        Assert.True(_emulator.Redeem(SmsChannel.Login, "5550100", code, "001"));
    }

    [Fact]
    public async Task A_code_is_good_until_just_before_its_lifetime_ends()
    {
        string code = await SendAsync();
        _clock.Advance(TimeSpan.FromSeconds(300) - TimeSpan.FromMilliseconds(1));
        Assert.True(_emulator.Redeem(SmsChannel.Login, "5550100", code));

        code = await SendAsync();
        _clock.Advance(TimeSpan.FromSeconds(300));
        Assert.False(_emulator.Redeem(SmsChannel.Login, "5550100", code));
    }

    [Fact]
    public async Task A_code_is_good_for_the_application_that_asked_for_it_only()
    {
        string code = await SendAsync();

        Assert.False(_emulator.Redeem(SmsChannel.Login, "5550100", code, appId: "second-app"));
        Assert.True(_emulator.Redeem(SmsChannel.Login, "5550100", code, appId: _emulator.AppId));
    }

    [Theory]
    [InlineData("+1 555-0100")]
    [InlineData("001 (555) 0100")]
    public async Task The_number_may_be_written_with_its_country_code(string spelling)
    {
        string code = await SendAsync("+1");

        Assert.False(_emulator.Redeem(SmsChannel.Login, spelling, code, "+44"));
        Assert.True(_emulator.Redeem(SmsChannel.Login, spelling, code, "+1"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_code_is_void_when_its_wrong_tries_exceed_the_maximum(int maxWrongCodes)
    {
        await using var emulator = new GenAuthEmulator(new() { TimeProvider = _clock, MaxWrongCodes = maxWrongCodes });
        foreach (bool isVoid in (bool[])[false, true])
        {
            string code = await SendAsync(emulator: emulator);
            for (int i = 0; i < maxWrongCodes + (isVoid ? 1 : 0); i++)
                Assert.False(emulator.Redeem(SmsChannel.Login, "5550100", code + "0"));

            Assert.Equal(!isVoid, emulator.Redeem(SmsChannel.Login, "5550100", code));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task A_new_code_starts_with_no_wrong_tries()
    {
        string old = await SendAsync();
        Assert.False(_emulator.Redeem(SmsChannel.Login, "5550100", old + "0"));
        _clock.Advance(TimeSpan.FromMinutes(1));
        string code = await SendAsync();

        Assert.False(_emulator.Redeem(SmsChannel.Login, "5550100", code + "0"));
        Assert.True(_emulator.Redeem(SmsChannel.Login, "5550100", code));
    }

    [Fact]
    public async Task Clearing_the_inbox_leaves_the_code_good()
    {
        string code = await SendAsync();
        _emulator.Inbox.Clear();

        Assert.True(_emulator.Redeem(SmsChannel.Login, "5550100", code));
    }

    [Fact]
    public async Task Of_many_at_once_one_redeems()
    {
        string code = await SendAsync();

        bool[] redeemed = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _emulator.Redeem(SmsChannel.Login, "5550100", code))));

        Assert.Single(redeemed, success => success);
    }

    [Fact]
    public void A_country_code_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>("phoneCountryCode", () => _emulator.Redeem(SmsChannel.Login, "5550100", "000000", "China"));

    private async Task<string> SendAsync(string? phoneCountryCode = null, GenAuthEmulator? emulator = null)
    {
        emulator ??= _emulator;
        AuthenticationClient client = emulator.CreateClient();
        (await client.SendSmsAsync(SmsChannel.Login, "5550100", phoneCountryCode, cancellationToken: TestContext.Current.CancellationToken)).EnsureSuccess();
        return (await emulator.Inbox.WaitForAsync("5550100", cancellationToken: TestContext.Current.CancellationToken)).Code;
    }
}
