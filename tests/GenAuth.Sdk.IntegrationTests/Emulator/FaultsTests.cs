using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class FaultsTests : WireTests
{
    private protected FaultsTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options)
    {
        options.ResendWindow = TimeSpan.Zero;
        options.DefaultLanguage = "zh-CN";
    }

    [Fact]
    public async Task An_answer_carries_status_code_and_message()
    {
        Emulator.Faults.Next(Fault.Answer(403, 2333, "no"));

        WireAnswer answer = await Wire.PostAsync(Wire.Body());

        Assert.Equal((HttpStatusCode.OK, 403, 2333, "no"), (answer.HttpStatus, answer.StatusCode, answer.ApiCode, answer.Message));
        Assert.True(Guid.TryParse(answer.RequestId, out _));
    }

    [Fact]
    public async Task An_answer_accepts_nothing()
    {
        Emulator.Faults.Next(Fault.Answer(403, 2333, "no"));

        await Wire.PostAsync(Wire.Body());

        Assert.Empty(Emulator.Inbox.Messages);
    }

    [Fact]
    public async Task An_api_code_brings_its_message()
    {
        Emulator.Faults.Next(Fault.Answer(422, GenAuthApiCodes.SmsSentTooRecently));

        Assert.Contains("1 分钟", (await Wire.PostAsync(Wire.Body())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_answer_has_its_http_status_too()
    {
        Emulator.Faults.Next(Fault.Answer(429).WithRetryAfter(TimeSpan.FromSeconds(1.2)));

        WireAnswer answer = await Wire.PostAsync(Wire.Body());

        Assert.Equal((HttpStatusCode.TooManyRequests, 429, 2), (answer.HttpStatus, answer.StatusCode, answer.RetryAfter));
    }

    [Fact]
    public async Task A_gateway_answers_whatever_the_request()
    {
        Emulator.Faults.Always(Fault.Http(HttpStatusCode.BadGateway, "<html>坏</html>").WithRetryAfter(TimeSpan.FromMinutes(1)));

        WireAnswer answer = await Wire.SendAsync(HttpMethod.Get, "/", body: null);

        Assert.Equal(new WireAnswer(HttpStatusCode.BadGateway, "text/html", 60, "<html>坏</html>"), answer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_accepting_only_the_answer_is_lost(bool gateway)
    {
        Fault fault = (gateway ? Fault.Http(HttpStatusCode.BadGateway) : Fault.Answer(500)).AfterAccepting();
        Emulator.Faults.Next(fault);

        WireAnswer answer = await Wire.PostAsync(Wire.Body());

        Assert.Equal(gateway ? HttpStatusCode.BadGateway : HttpStatusCode.OK, answer.HttpStatus);
        SmsMessage message = Assert.Single(Emulator.Inbox.Messages);
        Assert.True(Emulator.Redeem(SmsChannel.Login, Wire.Phone, message.Code));
    }

    [Fact]
    public async Task A_gateway_that_loses_a_refusal_accepts_nothing()
    {
        Emulator.Faults.Next(Fault.Http(HttpStatusCode.BadGateway).AfterAccepting());

        Assert.Equal(HttpStatusCode.BadGateway, (await Wire.PostAsync("{}")).HttpStatus);
        Assert.Equal(400, (await Wire.PostAsync("{}")).StatusCode);
        Assert.Empty(Emulator.Inbox.Messages);
    }

    [Fact]
    public async Task Only_an_accepted_send_starts_the_resend_window()
    {
        await using var emulator = new GenAuthEmulator(new() { TimeProvider = Clock });
        using var wire = Wire.InMemory(emulator);
        emulator.Faults.Next(Fault.Answer(500));
        emulator.Faults.Next(Fault.Answer(500).AfterAccepting());

        int[] statuses = [(await wire.PostAsync(Wire.Body())).StatusCode, (await wire.PostAsync(Wire.Body())).StatusCode, (await wire.PostAsync(Wire.Body())).StatusCode];

        Assert.Equal([500, 500, 422], statuses);
    }

    [Fact]
    public async Task A_delay_passes_on_the_emulatorsClock()
    {
        Emulator.Faults.Next(Fault.Answer(200).AfterAccepting().After(TimeSpan.FromMinutes(5)));

        Task<WireAnswer> answer = Wire.PostAsync(Wire.Body());
        await Emulator.Inbox.WaitForAsync(Wire.Phone, cancellationToken: Token);
        await Clock.WaitForDelayAsync(TimeSpan.FromMinutes(5), Token);
        Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        Assert.False(answer.IsCompleted);
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(200, (await answer).StatusCode);
    }

    [Fact]
    public async Task Each_fault_in_the_queue_goes_to_one_request_that_is_not_refused()
    {
        Emulator.Faults.Next(Fault.Answer(601));
        Emulator.Faults.Next(Fault.Answer(602));

        await AssertStatusesAsync([400, 601, 400, 602, 200], "{}", Wire.Body(), "{}", Wire.Body(), Wire.Body());
    }

    [Fact]
    public async Task The_queue_goes_before_conditions_before_chance_before_always()
    {
        Emulator.Faults.Always(Fault.Answer(504));
        Emulator.Faults.Randomly(1, 1, Fault.Answer(503));
        await AssertStatusesAsync([503], Wire.Body());

        Emulator.Faults.When(call => call.Number == 3, Fault.Answer(501));
        Emulator.Faults.When(call => call.Number <= 3, Fault.Answer(502));
        Emulator.Faults.Next(Fault.Answer(500));
        await AssertStatusesAsync([500, 501, 503], Wire.Body(), Wire.Body(), Wire.Body());

        Emulator.Faults.Clear();
        await AssertStatusesAsync([200], Wire.Body());
    }

    [Fact]
    public async Task Always_lasts_until_it_is_replaced()
    {
        Emulator.Faults.Always(Fault.Answer(500));
        await AssertStatusesAsync([500, 500], Wire.Body(), Wire.Body());

        Emulator.Faults.Always(Fault.Answer(501));
        await AssertStatusesAsync([501], Wire.Body());
    }

    [Fact]
    public async Task A_condition_sees_what_the_request_asks()
    {
        List<EmulatedRequest> calls = await RecordCallsAsync();

        Assert.Equal((1, "POST", Wire.Path, Emulator.AppId), (calls[0].Number, calls[0].Method, calls[0].Path, calls[0].AppId));
        Assert.Equal((SmsChannel.BindMfa, "5550199", "+86"), (calls[0].Channel, calls[0].PhoneNumber, calls[0].PhoneCountryCode));
        Assert.Equal((null, null), (calls[2].Channel, calls[2].PhoneNumber));
    }

    [Fact]
    public async Task The_text_of_a_request_does_not_hold_its_number() =>
        Assert.DoesNotContain("5550199", (await RecordCallsAsync())[0].ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task The_same_seed_gives_the_same_faults()
    {
        string[] bodies = [.. Enumerable.Repeat(Wire.Body(), 60)];

        Emulator.Faults.Randomly(42, 0.5, Fault.Answer(601), Fault.Answer(602));
        int[] first = await StatusesAsync(bodies);
        Emulator.Faults.Clear();
        Emulator.Faults.Randomly(42, 0.5, Fault.Answer(601), Fault.Answer(602));
        int[] second = await StatusesAsync(bodies);

        Assert.Equal(first, second);
        Assert.Equal([200, 601, 602], first.Distinct().Order());
    }

    [Fact]
    public async Task A_modifier_leaves_the_fault_it_came_from_alone()
    {
        Fault plain = Fault.Answer(500);
        _ = plain.AfterAccepting().WithRetryAfter(TimeSpan.FromSeconds(1));
        Emulator.Faults.Next(plain);

        WireAnswer answer = await Wire.PostAsync(Wire.Body());

        Assert.Null(answer.RetryAfter);
        Assert.Empty(Emulator.Inbox.Messages);
    }

    [Fact]
    public async Task A_gateway_may_answer_without_a_body_or_a_media_type()
    {
        Emulator.Faults.Next(Fault.Http(HttpStatusCode.NoContent, contentType: ""));

        Assert.Equal(new WireAnswer(HttpStatusCode.NoContent, null, null, ""), await Wire.PostAsync(Wire.Body()));
    }

    [Fact]
    public void What_cannot_happen_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("status", () => Fault.Http(HttpStatusCode.Continue));
        Assert.Throws<ArgumentOutOfRangeException>("status", () => Fault.Http((HttpStatusCode)600));
        Assert.Throws<ArgumentException>("body", () => Fault.Http(HttpStatusCode.NoContent, "text"));
        Assert.Throws<ArgumentException>("contentType", () => Fault.Http(HttpStatusCode.OK, contentType: "a\r\nb: c"));
        Assert.Throws<ArgumentOutOfRangeException>("delay", () => Fault.Answer(500).After(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("wait", () => Fault.Answer(500).WithRetryAfter(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentException>("faults", () => Emulator.Faults.Randomly(1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => Emulator.Faults.Randomly(1, double.NaN, Fault.Answer(500)));
    }

    private async Task<List<EmulatedRequest>> RecordCallsAsync()
    {
        var calls = new List<EmulatedRequest>();
        Emulator.Faults.When(call => { calls.Add(call); return call.PhoneNumber == "5550199"; }, Fault.Answer(602));

        await AssertStatusesAsync([602, 200, 400], Wire.Body("CHANNEL_BIND_MFA", "5550199", "086"), Wire.Body(), """{"channel":"\u0000"}""");
        return calls;
    }

    private async Task AssertStatusesAsync(int[] expected, params string[] bodies) =>
        Assert.Equal(expected, await StatusesAsync(bodies));

    private async Task<int[]> StatusesAsync(params string[] bodies)
    {
        var statuses = new List<int>();
        foreach (string body in bodies)
            statuses.Add((await Wire.PostAsync(body)).StatusCode);
        return [.. statuses];
    }

    public sealed class OverSockets() : FaultsTests(sockets: true);

    public sealed class InMemory() : FaultsTests(sockets: false);
}
