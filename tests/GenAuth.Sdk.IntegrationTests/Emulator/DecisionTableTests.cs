using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public abstract class DecisionTableTests : WireTests
{
    private protected DecisionTableTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.RequestsPerSecond = 3;

    [Theory]
    [InlineData("GET", "/api/v3/send-sms")]
    [InlineData("PUT", "/api/v3/send-sms")]
    [InlineData("POST", "/api/v3/send-email")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/api/v3/SEND-SMS")]
    [InlineData("POST", "/api/v3/send-sms/")]
    public async Task Another_verb_or_path_is_not_found(string method, string path)
    {
        WireAnswer answer = await Wire.SendAsync(new HttpMethod(method), path, Wire.Body());

        Assert.Equal(HttpStatusCode.NotFound, answer.HttpStatus);
        Assert.Equal($$"""{"statusCode":404,"message":"Cannot {{method}} {{path}}"}""", answer.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("""{"channel":"CHANNEL_LOGIN" """)]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public async Task A_body_that_is_no_object_is_malformed_even_without_an_application(string body)
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, Wire.Path, body);

        AssertRefused(answer, 400, null);
    }

    [Fact]
    public async Task A_body_beyond_a_mebibyte_is_too_large()
    {
        WireAnswer answer = await Wire.PostAsync(Wire.Body(phoneNumber: new string('5', 1024 * 1024)));

        AssertRefused(answer, 413, null);
    }

    [Fact]
    public async Task No_application_id_is_named_before_the_body_is_judged()
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, Wire.Path, "{}");

        AssertRefused(answer, 499, 2101);
    }

    [Fact]
    public async Task An_empty_application_id_is_none()
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, Wire.Path, Wire.Body(), ("x-genauth-app-id", ""));

        AssertRefused(answer, 499, 2101);
    }

    [Theory]
    [InlineData("x-genauth-app-id")]
    [InlineData("x-authing-app-id")]
    public async Task An_unknown_application_does_not_exist(string header)
    {
        WireAnswer answer = await Wire.SendAsync(HttpMethod.Post, Wire.Path, "{}", (header, "another-app"));

        AssertRefused(answer, 499, 2011);
        Assert.Equal("Application does not exist.", answer.Message);
    }

    [Fact]
    public async Task Requests_beyond_the_limit_of_a_second_are_throttled_whatever_they_ask()
    {
        for (int i = 0; i < 3; i++)
            Assert.NotEqual(429, (await Wire.PostAsync("{}")).StatusCode);

        WireAnswer throttled = await Wire.PostAsync(Wire.Body());
        Clock.Advance(TimeSpan.FromSeconds(1));
        WireAnswer served = await Wire.PostAsync(Wire.Body());

        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.HttpStatus);
        Assert.Equal(429, throttled.StatusCode);
        Assert.Null(throttled.ApiCode);
        Assert.Equal(200, served.StatusCode);
    }

    [Fact]
    public async Task Requests_of_unknown_applications_do_not_count_towards_the_limit()
    {
        for (int i = 0; i < 10; i++)
            await Wire.SendAsync(HttpMethod.Post, Wire.Path, Wire.Body(), ("x-genauth-app-id", "another-app"));

        Assert.Equal(200, (await Wire.PostAsync(Wire.Body())).StatusCode);
    }

    [Theory]
    [InlineData("""{"phoneNumber":"5550100"}""", "channel")]
    [InlineData("""{"channel":7,"phoneNumber":"5550100"}""", "channel")]
    [InlineData("""{"channel":"channel_login","phoneNumber":"5550100"}""", "channel")]
    [InlineData("""{"channel":"CHANNEL_NOBODY_KNOWS","phoneNumber":"5550100"}""", "channel")]
    [InlineData("""{"channel":"CHANNEL_LOGIN"}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":5550100}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":null}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":" "}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"\ud800"}""", "phoneNumber")]
    [InlineData("""{"\ud800\ud800":1}""", "channel")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"me@example.com"}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"555-0100"}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"+8655501001"}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100555010055"}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"\u0665550100"}""", "phoneNumber")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":""}""", "phoneNumber")]
    [InlineData("""{"channel":"","phoneNumber":"5550100"}""", "channel")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100","phoneCountryCode":"+5550100"}""", "phoneCountryCode")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100","phoneCountryCode":86}""", "phoneCountryCode")]
    [InlineData("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100","phoneCountryCode":"China"}""", "phoneCountryCode")]
    public async Task A_member_that_is_missing_or_wrong_is_named_in_English(string body, string member)
    {
        WireAnswer answer = await Wire.PostAsync(body, ("x-genauth-lang", "zh-CN"));

        AssertRefused(answer, 400, null);
        Assert.StartsWith(member, answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("5550100", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("555010055501005")]
    public async Task A_number_has_one_to_fifteen_digits(string phoneNumber) =>
        Assert.Equal(200, (await Wire.PostAsync(Wire.Body(phoneNumber: phoneNumber))).StatusCode);

    [Fact]
    public async Task A_foreign_number_needs_an_international_provider()
    {
        WireAnswer answer = await Wire.PostAsync(Wire.Body(phoneCountryCode: "+1"));

        AssertRefused(answer, 499, null);
    }

    [Fact]
    public async Task A_second_code_within_the_minute_is_refused()
    {
        await Wire.PostAsync(Wire.Body());
        WireAnswer answer = await Wire.PostAsync(Wire.Body());

        AssertRefused(answer, 422, 4004, accepted: 1);
    }

    [Theory]
    [InlineData(601)]
    [InlineData(602)]
    public async Task A_failure_of_the_provider_comes_after_all_other_checks(int statusCode)
    {
        await Wire.PostAsync(Wire.Body());
        Emulator.Faults.Next(Fault.Answer(statusCode));

        WireAnswer tooSoon = await Wire.PostAsync(Wire.Body());
        WireAnswer failed = await Wire.PostAsync(Wire.Body("CHANNEL_REGISTER"));

        AssertRefused(tooSoon, 422, 4004, accepted: 1);
        AssertRefused(failed, statusCode, null, accepted: 1);
    }

    [Fact]
    public async Task Everything_else_is_accepted_with_a_fresh_request_id()
    {
        WireAnswer first = await Wire.PostAsync("""{"new":{"a":[1]},"channel":"CHANNEL_LOGIN","phoneNumber":"5550100","phoneCountryCode":null}""");
        WireAnswer second = await Wire.PostAsync(Wire.Body("CHANNEL_DELETE_ACCOUNT", phoneCountryCode: "0086"));

        Assert.Equal((HttpStatusCode.OK, 200, null), (first.HttpStatus, first.StatusCode, first.ApiCode));
        Assert.Equal("Operation successful", first.Message);
        Assert.Equal("application/json; charset=utf-8", first.ContentType);
        Assert.True(Guid.TryParse(first.RequestId, out _));
        Assert.NotEqual(first.RequestId, second.RequestId);
        Assert.Equal([first.RequestId!, second.RequestId!], Emulator.Inbox.Messages.Select(message => message.RequestId));
        Assert.Equal(2, Emulator.RequestCount);
    }

    private void AssertRefused(WireAnswer answer, int statusCode, int? apiCode, int accepted = 0)
    {
        Assert.Equal((HttpStatusCode.OK, statusCode, apiCode), (answer.HttpStatus, answer.StatusCode, answer.ApiCode));
        Assert.False(string.IsNullOrEmpty(answer.Message));
        Assert.True(Guid.TryParse(answer.RequestId, out _));
        Assert.Equal(accepted, Emulator.Inbox.Messages.Count);
    }

    public sealed class OverSockets() : DecisionTableTests(sockets: true);

    public sealed class InMemory() : DecisionTableTests(sockets: false);
}
