using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class ResendWindowTests : WireTests
{
    private protected ResendWindowTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options)
    {
        options.InternationalSms = true;
        options.OtherAppIds.Add("second-app");
    }

    [Fact]
    public async Task It_ends_exactly_a_minute_after_the_accepted_send()
    {
        Assert.Equal(200, await SendAsync(Wire.Body()));
        Clock.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(422, await SendAsync(Wire.Body()));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, await SendAsync(Wire.Body()));
    }

    [Fact]
    public async Task A_refused_send_does_not_prolong_it()
    {
        await SendAsync(Wire.Body());
        Clock.Advance(TimeSpan.FromSeconds(59));
        await SendAsync(Wire.Body());
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(200, await SendAsync(Wire.Body()));
    }

    [Fact]
    public async Task Another_number_channel_or_country_has_its_own()
    {
        await SendAsync(Wire.Body());

        Assert.Equal(200, await SendAsync(Wire.Body(phoneNumber: "5550101")));
        Assert.Equal(200, await SendAsync(Wire.Body("CHANNEL_REGISTER")));
        Assert.Equal(200, await SendAsync(Wire.Body(phoneCountryCode: "+1")));
        Assert.Equal(422, await SendAsync(Wire.Body()));
    }

    [Fact]
    public async Task Another_application_has_its_own()
    {
        await SendAsync(Wire.Body());
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, Wire.Path, Wire.Body(), ("x-genauth-app-id", "second-app"));

        Assert.Equal(200, answer.StatusCode);
    }

    [Theory]
    [InlineData("+86")]
    [InlineData("86")]
    [InlineData("086")]
    [InlineData("0086")]
    [InlineData("")]
    public async Task All_ways_to_write_a_country_code_share_one(string phoneCountryCode)
    {
        await SendAsync(Wire.Body());

        Assert.Equal(422, await SendAsync(Wire.Body(phoneCountryCode: phoneCountryCode)));
    }

    [Fact]
    public async Task Of_many_sends_at_once_one_is_accepted()
    {
        int[] statuses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => SendAsync(Wire.Body()))));

        Assert.Single(statuses, status => status == 200);
        Assert.Single(Emulator.Inbox.Messages);
        Assert.Equal(50, Emulator.RequestCount);
    }

    [Fact]
    public async Task A_window_of_zero_refuses_nothing()
    {
        await using var emulator = new GenAuthEmulator(new() { ResendWindow = TimeSpan.Zero, TimeProvider = Clock });
        using var wire = Wire.InMemory(emulator);

        Assert.Equal(200, (await wire.PostAsync(Wire.Body())).StatusCode);
        Assert.Equal(200, (await wire.PostAsync(Wire.Body())).StatusCode);
    }

    private async Task<int> SendAsync(string body) => (await Wire.PostAsync(body)).StatusCode;

    public sealed class OverSockets() : ResendWindowTests(sockets: true);

    public sealed class InMemory() : ResendWindowTests(sockets: false);
}
