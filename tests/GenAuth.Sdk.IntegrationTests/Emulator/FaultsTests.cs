using System.Net;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class FaultsTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly GenAuthEmulator _emulator;
    private readonly Wire _wire;

    public FaultsTests()
    {
        _emulator = new GenAuthEmulator(new() { ResendWindow = TimeSpan.Zero, TimeProvider = _clock });
        _wire = Wire.InMemory(_emulator);
    }

    public ValueTask DisposeAsync()
    {
        _wire.Dispose();
        return _emulator.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_carries_status_code_and_message_and_accepts_nothing()
    {
        _emulator.Faults.Next(Fault.Answer(403, 2333, "no"));

        WireAnswer answer = await _wire.PostAsync(Wire.Body());

        Assert.Equal((HttpStatusCode.OK, 403, 2333, "no"), (answer.HttpStatus, answer.StatusCode, answer.ApiCode, answer.Message));
        Assert.True(Guid.TryParse(answer.RequestId, out _));
        Assert.Empty(_emulator.Inbox.Messages);
    }

    [Fact]
    public async Task An_api_code_brings_its_message()
    {
        _emulator.Faults.Next(Fault.Answer(422, GenAuthApiCodes.SmsSentTooRecently));

        Assert.Contains("1 分钟", (await _wire.PostAsync(Wire.Body())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_answer_has_its_http_status_too()
    {
        _emulator.Faults.Next(Fault.Answer(429).WithRetryAfter(TimeSpan.FromSeconds(1.2)));

        WireAnswer answer = await _wire.PostAsync(Wire.Body());

        Assert.Equal((HttpStatusCode.TooManyRequests, 429, 2), (answer.HttpStatus, answer.StatusCode, answer.RetryAfter));
    }

    [Fact]
    public async Task A_gateway_answers_whatever_the_request()
    {
        _emulator.Faults.Always(Fault.Http(HttpStatusCode.BadGateway, "<html>坏</html>").WithRetryAfter(TimeSpan.FromMinutes(1)));

        WireAnswer answer = await _wire.SendAsync(HttpMethod.Get, "/", body: null);

        Assert.Equal(new WireAnswer(HttpStatusCode.BadGateway, "text/html", 60, "<html>坏</html>"), answer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_accepting_the_sms_is_sent_and_only_the_answer_is_lost(bool gateway)
    {
        Fault fault = (gateway ? Fault.Http(HttpStatusCode.BadGateway) : Fault.Answer(500)).AfterAccepting();
        _emulator.Faults.Next(fault);

        WireAnswer answer = await _wire.PostAsync(Wire.Body());

        Assert.Equal(gateway ? HttpStatusCode.BadGateway : HttpStatusCode.OK, answer.HttpStatus);
        SmsMessage message = Assert.Single(_emulator.Inbox.Messages);
        Assert.True(_emulator.Redeem(SmsChannel.Login, Wire.Phone, message.Code));
    }

    [Fact]
    public async Task A_gateway_that_loses_a_refusal_accepts_nothing()
    {
        _emulator.Faults.Next(Fault.Http(HttpStatusCode.BadGateway).AfterAccepting());

        Assert.Equal(HttpStatusCode.BadGateway, (await _wire.PostAsync("{}")).HttpStatus);
        Assert.Equal(400, (await _wire.PostAsync("{}")).StatusCode);
        Assert.Empty(_emulator.Inbox.Messages);
    }

    [Fact]
    public async Task An_sms_lost_by_a_fault_leaves_the_window_open_and_an_accepted_one_closes_it()
    {
        await using var emulator = new GenAuthEmulator(new() { TimeProvider = _clock });
        using var wire = Wire.InMemory(emulator);
        emulator.Faults.Next(Fault.Answer(500));
        emulator.Faults.Next(Fault.Answer(500).AfterAccepting());

        int[] statuses = [(await wire.PostAsync(Wire.Body())).StatusCode, (await wire.PostAsync(Wire.Body())).StatusCode, (await wire.PostAsync(Wire.Body())).StatusCode];

        Assert.Equal([500, 500, 422], statuses);
    }

    [Fact]
    public async Task A_delay_passes_on_the_emulators_clock()
    {
        _emulator.Faults.Next(Fault.Answer(200).AfterAccepting().After(TimeSpan.FromMinutes(5)));

        Task<WireAnswer> answer = _wire.PostAsync(Wire.Body());
        await _emulator.Inbox.WaitForAsync(Wire.Phone, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(answer.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(200, (await answer).StatusCode);
    }

    [Fact]
    public async Task Faults_in_the_queue_go_to_one_request_each_and_refused_requests_leave_them_there()
    {
        _emulator.Faults.Next(Fault.Answer(601));
        _emulator.Faults.Next(Fault.Answer(602));

        await AssertStatusesAsync([400, 601, 400, 602, 200], "{}", Wire.Body(), "{}", Wire.Body(), Wire.Body());
    }

    [Fact]
    public async Task The_queue_goes_before_conditions_before_chance_before_always()
    {
        _emulator.Faults.Always(Fault.Answer(504));
        _emulator.Faults.Randomly(1, 1, Fault.Answer(503));
        await AssertStatusesAsync([503], Wire.Body());

        _emulator.Faults.When(call => call.Number == 3, Fault.Answer(501));
        _emulator.Faults.When(call => call.Number <= 3, Fault.Answer(502));
        _emulator.Faults.Next(Fault.Answer(500));
        await AssertStatusesAsync([500, 501, 503], Wire.Body(), Wire.Body(), Wire.Body());

        _emulator.Faults.Clear();
        await AssertStatusesAsync([200], Wire.Body());
    }

    [Fact]
    public async Task Always_lasts_until_it_is_replaced()
    {
        _emulator.Faults.Always(Fault.Answer(500));
        await AssertStatusesAsync([500, 500], Wire.Body(), Wire.Body());

        _emulator.Faults.Always(Fault.Answer(501));
        await AssertStatusesAsync([501], Wire.Body());
    }

    [Fact]
    public async Task A_condition_sees_what_the_request_asks_and_shows_nothing_of_it_as_text()
    {
        var calls = new List<EmulatedRequest>();
        _emulator.Faults.When(call => { calls.Add(call); return call.PhoneNumber == "5550199"; }, Fault.Answer(602));

        await AssertStatusesAsync([602, 200, 400], Wire.Body("CHANNEL_BIND_MFA", "5550199", "086"), Wire.Body(), """{"channel":"\u0000"}""");

        Assert.Equal((1, "POST", Wire.Path, _emulator.AppId), (calls[0].Number, calls[0].Method, calls[0].Path, calls[0].AppId));
        Assert.Equal((SmsChannel.BindMfa, "5550199", "+86"), (calls[0].Channel, calls[0].PhoneNumber, calls[0].PhoneCountryCode));
        Assert.Equal((null, null), (calls[2].Channel, calls[2].PhoneNumber));
        Assert.DoesNotContain("5550199", calls[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults()
    {
        string[] bodies = [.. Enumerable.Repeat(Wire.Body(), 60)];

        _emulator.Faults.Randomly(42, 0.5, Fault.Answer(601), Fault.Answer(602));
        int[] first = await StatusesAsync(bodies);
        _emulator.Faults.Clear();
        _emulator.Faults.Randomly(42, 0.5, Fault.Answer(601), Fault.Answer(602));
        int[] second = await StatusesAsync(bodies);

        Assert.Equal(first, second);
        Assert.Equal([200, 601, 602], first.Distinct().Order());
    }

    [Fact]
    public async Task A_modifier_leaves_the_fault_it_came_from_alone()
    {
        Fault plain = Fault.Answer(500);
        _ = plain.AfterAccepting().WithRetryAfter(TimeSpan.FromSeconds(1));
        _emulator.Faults.Next(plain);

        WireAnswer answer = await _wire.PostAsync(Wire.Body());

        Assert.Null(answer.RetryAfter);
        Assert.Empty(_emulator.Inbox.Messages);
    }

    [Fact]
    public async Task A_gateway_may_answer_without_a_body_or_a_media_type()
    {
        _emulator.Faults.Next(Fault.Http(HttpStatusCode.NoContent, contentType: ""));

        Assert.Equal(new WireAnswer(HttpStatusCode.NoContent, null, null, ""), await _wire.PostAsync(Wire.Body()));
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
        Assert.Throws<ArgumentException>("faults", () => _emulator.Faults.Randomly(1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => _emulator.Faults.Randomly(1, double.NaN, Fault.Answer(500)));
    }

    private async Task AssertStatusesAsync(int[] expected, params string[] bodies) =>
        Assert.Equal(expected, await StatusesAsync(bodies));

    private async Task<int[]> StatusesAsync(params string[] bodies)
    {
        var statuses = new List<int>();
        foreach (string body in bodies)
            statuses.Add((await _wire.PostAsync(body)).StatusCode);
        return [.. statuses];
    }
}
