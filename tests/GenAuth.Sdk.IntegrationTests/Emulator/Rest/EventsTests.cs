using System.Text.Json;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

public class EventsTests : RestTests
{
    public static TheoryData<string> HostileTexts =>
    [
        "<img src=x onerror=alert(1)>",
        "\n\ndata: {}\n\n",
        "\r\rdata: {}\r\r",
        "a\u2028b\u2029c\u0085d",
        "\u202e0010555\u2066",
    ];

    protected override void Configure(GenAuthEmulatorOptions options) => options.DefaultLanguage = "zh-CN";

    [Fact]
    public async Task A_stream_begins_with_the_clock_the_inbox_and_what_is_armed()
    {
        string code = await SendCodeAsync();
        Emulator.Faults.Next("SendSms", Fault.Reset());

        using EventReader events = await EventReader.OpenAsync(Origin);

        Assert.Equal("text/event-stream", events.MediaType);
        ServerSentEvent clock = await events.ReadAsync();
        Assert.Equal(("clock", "False", Clock.GetUtcNow()), (clock.Name, clock["runs"], clock.Data.GetProperty("now").GetDateTimeOffset()));
        ServerSentEvent snapshot = await events.ReadAsync();
        JsonElement message = Assert.Single(snapshot.Data.GetProperty("messages").EnumerateArray());
        Assert.Equal(("snapshot", "genauth-emulator", code), (snapshot.Name, snapshot["appId"], message.GetProperty("code").GetString()));
        Assert.Equal(
            (Clock.GetUtcNow().AddSeconds(300), Clock.GetUtcNow().AddSeconds(60)),
            (message.GetProperty("expiresAt").GetDateTimeOffset(), message.GetProperty("resendAt").GetDateTimeOffset()));
        JsonElement armed = Assert.Single((await events.ReadAsync("faults")).Data.GetProperty("armed").EnumerateArray());
        Assert.Equal(("Next SendSms", "The connection is reset"), (armed.GetProperty("requests").GetString(), armed.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_code_is_told_when_it_is_sent_used_and_void()
    {
        using EventReader events = await EventReader.OpenAsync(Origin);
        string first = await SendCodeAsync();
        ServerSentEvent sent = await events.ReadAsync("message");
        Clock.Advance(TimeSpan.FromMinutes(1));
        string second = await SendCodeAsync();

        ServerSentEvent ended = await events.ReadAsync("state");
        ServerSentEvent next = await events.ReadAsync("message");
        Assert.True(Emulator.Redeem(SmsChannel.Login, Wire.Phone, second));
        ServerSentEvent used = await events.ReadAsync("state");

        Assert.Equal((first, second), (sent["code"], next["code"]));
        Assert.Equal((sent["id"], "void"), (ended["id"], ended["state"]));
        Assert.Equal((next["id"], "used"), (used["id"], used["state"]));
    }

    [Fact]
    public async Task A_refusal_says_who_asked_and_why_in_English()
    {
        using EventReader events = await EventReader.OpenAsync(Origin);
        using var wire = Wire.OverSockets(Emulator);

        await wire.SendAsync(HttpMethod.Post, Wire.Path, Wire.Body(), ("x-genauth-app-id", "nobody"));
        ServerSentEvent unknown = await events.ReadAsync("failure");
        await wire.PostAsync(Wire.Body(phoneCountryCode: "+1"));
        ServerSentEvent abroad = await events.ReadAsync("failure");
        await wire.SendAsync(HttpMethod.Get, "/oidc/me", body: null);
        ServerSentEvent stranger = await events.ReadAsync("failure");

        Assert.Equal(
            ("SendSms", "nobody", "/api/v3/send-sms", "499", "2011", "Application does not exist."),
            (unknown["operation"], unknown["appId"], unknown["path"], unknown["statusCode"], unknown["apiCode"], unknown["reason"]));
        Assert.StartsWith("International SMS is not supported", abroad["reason"], StringComparison.Ordinal);
        Assert.Equal(("UserInfo", "401"), (stranger["operation"], stranger["statusCode"]));
    }

    [Fact]
    public async Task A_fault_is_told_when_it_is_armed_met_and_gone()
    {
        using EventReader events = await EventReader.OpenAsync(Origin);
        await events.ReadAsync("faults");
        using var wire = Wire.OverSockets(Emulator);

        Emulator.Faults.Next(Fault.GatewayPage().AfterAccepting());
        ServerSentEvent armed = await events.ReadAsync("faults");
        await wire.PostAsync(Wire.Body());
        ServerSentEvent met = await events.ReadAsync("failure");
        ServerSentEvent gone = await events.ReadAsync("faults");

        Assert.Equal(1, armed.Data.GetProperty("armed").GetArrayLength());
        Assert.Equal(("True", "A gateway shows its page, HTTP 502, after the service did its work"), (met["metFault"], met["reason"]));
        Assert.Equal(0, gone.Data.GetProperty("armed").GetArrayLength());
    }

    [Fact]
    public async Task The_clock_is_told_when_a_test_moves_it()
    {
        using EventReader events = await EventReader.OpenAsync(Origin);
        await events.ReadAsync("clock");

        Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Clock.GetUtcNow(), (await events.ReadAsync("clock")).Data.GetProperty("now").GetDateTimeOffset());
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task An_event_is_one_line_of_JSON_whatever_a_request_brings(string text)
    {
        using EventReader events = await EventReader.OpenAsync(Origin);
        using var wire = Wire.OverSockets(Emulator);

        await wire.PostAsync(JsonSerializer.Serialize(new { channel = text, phoneNumber = text, phoneCountryCode = text }));
        ServerSentEvent failure = await events.ReadAsync("failure");

        Assert.Equal((text, text), (failure["channel"], failure["phoneNumber"]));
        Assert.Equal(["event", "id", "data"], failure.Lines.Select(line => line.Split(':')[0]));
        Assert.All(failure.Lines, line => Assert.True(line.All(char.IsAscii)));
    }

    [Fact]
    public async Task Nothing_private_is_told()
    {
        const string AccessToken = "t0ken-of-a-user";
        using EventReader events = await EventReader.OpenAsync(Origin);
        using var wire = Wire.OverSockets(Emulator);
        string[] secrets = [AccessToken, "passw0rd", "s3cret", "wr0ng-c0de", "192.0.2.7"];

        await wire.PostAsync(Wire.Body(), ("Authorization", $"Bearer {AccessToken}"), ("x-real-ip", "192.0.2.7"));
        await wire.PostAsync(Wire.Body("CHANNEL_BIND_PHONE"), ("Authorization", $"Bearer {AccessToken}"));
        await wire.SignInAsync("wr0ng-c0de", ""","client_secret":"s3cret","password":"passw0rd" """);
        Emulator.Faults.Next(Fault.Answer(500));
        await wire.PostAsync(Wire.Body("CHANNEL_REGISTER"), ("Authorization", $"Bearer {AccessToken}"));
        ServerSentEvent[] told =
            [await events.ReadAsync("message"), await events.ReadAsync("failure"), await events.ReadAsync("failure"), await events.ReadAsync("failure")];
        using EventReader later = await EventReader.OpenAsync(Origin);
        ServerSentEvent snapshot = await later.ReadAsync("snapshot");

        Assert.All(
            [.. told, snapshot],
            happened => Assert.All(secrets, secret => Assert.DoesNotContain(secret, string.Concat(happened.Lines), StringComparison.Ordinal)));
    }
}
