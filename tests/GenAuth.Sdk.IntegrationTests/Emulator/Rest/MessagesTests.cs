using System.Net;
using System.Text.Json;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

public class MessagesTests : RestTests
{
    private const string Messages = "/api/v1/messages";

    [Fact]
    public async Task A_message_shows_these_members_only()
    {
        var requestOptions = new GenAuthRequestOptions { AccessToken = "t0ken", ClientIp = IPAddress.Parse("192.0.2.7"), Language = "ja-JP" };
        Assert.True((await Client.SendSmsAsync(SmsChannel.Login, "5550100", "+86", requestOptions, Token)).IsSuccess);

        RestAnswer answer = await GetAsync(Messages);

        JsonElement message = Assert.Single(answer.Json.EnumerateArray());
        Assert.Equal(["code", "phoneNumber", "phoneCountryCode", "channel", "at", "state"], message.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            (Emulator.Inbox.Messages[0].Code, "5550100", "+86", "CHANNEL_LOGIN", "active"),
            (Text("code"), Text("phoneNumber"), Text("phoneCountryCode"), Text("channel"), Text("state")));
        Assert.Equal(Clock.GetUtcNow(), message.GetProperty("at").GetDateTimeOffset());
        Assert.Equal("application/json", answer.MediaType);

        string Text(string member) => message.GetProperty(member).GetString()!;
    }

    [Fact]
    public async Task Messages_are_filtered_by_number_and_channel()
    {
        await SendCodeAsync();
        await SendCodeAsync(channel: SmsChannel.BindPhone);
        await SendCodeAsync("5550101");

        Assert.Equal(3, (await GetAsync(Messages)).Json.GetArrayLength());
        Assert.Equal(2, (await GetAsync(Messages + "?phoneNumber=555-0100")).Json.GetArrayLength());
        Assert.Equal(1, (await GetAsync(Messages + "?phoneNumber=%2B86+5550100&channel=CHANNEL_BIND_PHONE")).Json.GetArrayLength());
        Assert.Equal(0, (await GetAsync(Messages + "?phoneNumber=%2B44+5550100")).Json.GetArrayLength());
    }

    [Fact]
    public async Task A_plus_that_was_not_escaped_is_one_all_the_same()
    {
        await SendCodeAsync();

        Assert.Equal("5550100", (await GetAsync(Messages + "/latest?phoneNumber=+865550100"))["phoneNumber"]);
    }

    [Fact]
    public async Task The_latest_message_is_the_newest_to_the_number()
    {
        await SendCodeAsync();
        string latest = await SendCodeAsync(channel: SmsChannel.BindPhone);
        await SendCodeAsync("5550101");

        Assert.Equal(latest, (await GetAsync(Messages + "/latest?phoneNumber=5550100"))["code"]);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(Messages + "/latest?phoneNumber=5550102")).Status);
    }

    [Fact]
    public async Task The_latest_message_stays_there_when_it_was_read()
    {
        string latest = await SendCodeAsync();
        await GetAsync(Messages + "/latest?phoneNumber=5550100");

        Assert.Equal(latest, (await GetAsync(Messages + "/latest?phoneNumber=5550100"))["code"]);
    }

    [Fact]
    public async Task Deleting_forgets_the_messages()
    {
        await SendCodeAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, Messages, content: null)).Status);

        Assert.Empty(Emulator.Inbox.Messages);
    }

    [Fact]
    public async Task The_code_of_a_deleted_message_stays_good()
    {
        string code = await SendCodeAsync();

        await SendAsync(HttpMethod.Delete, Messages, content: null);

        Assert.True(Emulator.Redeem(SmsChannel.Login, "5550100", code));
    }

    [Fact]
    public async Task The_state_says_what_became_of_a_code()
    {
        string used = await SendCodeAsync("5550101");
        await SendCodeAsync("5550102");
        await SendCodeAsync("5550103");
        Emulator.Redeem(SmsChannel.Login, "5550101", used);
        Emulator.Redeem(SmsChannel.Login, "5550102", "wrong");
        Emulator.Redeem(SmsChannel.Login, "5550102", "wrong");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await SendCodeAsync("5550103");

        Assert.Equal(["used", "void", "void", "active"], await GetStatesAsync());

        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(["used", "void", "void", "expired"], await GetStatesAsync());
    }

    [Theory]
    [InlineData("?phone=5550100", "phoneNumber, channel")]
    [InlineData("?phoneNumber=5550100&phoneNumber=5550101", "phoneNumber, channel")]
    [InlineData("?phoneNumber=abc", "phoneNumber")]
    [InlineData("?channel=LOGIN", "CHANNEL_LOGIN")]
    [InlineData("/latest", "phoneNumber")]
    [InlineData("/wait?phoneNumber=5550100&timeout=0.5", "timeout")]
    [InlineData("/wait?phoneNumber=5550100&timeout=61", "timeout")]
    [InlineData("/wait?phoneNumber=5550100&timeout=1e1", "timeout")]
    [InlineData("/wait?timeout=5", "phoneNumber")]
    public async Task Bad_input_is_a_problem_that_says_what_is_wrong_without_the_value(string query, string named)
    {
        RestAnswer answer = await GetAsync(Messages + query);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Contains(named, answer.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", answer.Text, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string?>> GetStatesAsync() =>
        (await GetAsync(Messages)).Json.EnumerateArray().Select(message => message.GetProperty("state").GetString());
}
