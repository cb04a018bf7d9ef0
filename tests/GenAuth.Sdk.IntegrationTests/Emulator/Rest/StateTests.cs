using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

public class StateTests : RestTests
{
    protected override void Configure(GenAuthEmulatorOptions options)
    {
        options.AppSecret = "s3cret";
        options.FixedCode = "424242";
        options.TestNumbers["5550100"] = "242424";
    }

    [Fact]
    public async Task The_settings_show_no_secret_and_no_code()
    {
        RestAnswer answer = await GetAsync("/api/v1/settings");

        Assert.Equal("genauth-emulator", answer["appId"]);
        Assert.Equal(
            (60, true, true, 1),
            (
                answer.Json.GetProperty("resendWindow").GetInt32(),
                answer.Json.GetProperty("hasAppSecret").GetBoolean(),
                answer.Json.GetProperty("hasFixedCode").GetBoolean(),
                answer.Json.GetProperty("testNumbers").GetInt32()));
        Assert.All((string[])["s3cret", "424242", "242424", "5550100"], value => Assert.DoesNotContain(value, answer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reset_forgets_messages_codes_windows_users_and_faults()
    {
        string code = await SendCodeAsync("5550101");
        Emulator.Faults.Always(Fault.Answer(500));
        Emulator.Users.Add("5550101");

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Post, "/api/v1/reset", content: null)).Status);

        Assert.Empty(Emulator.Inbox.Messages);
        Assert.Empty(Emulator.Users.All);
        Assert.False(Emulator.Redeem(SmsChannel.Login, "5550101", code));
        await SendCodeAsync("5550101");
    }

    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task It_says_that_it_is_well(string path)
    {
        RestAnswer answer = await GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, """{"status":"ok"}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Without_sockets_there_is_no_such_API()
    {
        using var client = new HttpClient(Emulator.CreateHandler());

        using HttpResponseMessage response = await client.GetAsync(new Uri(Emulator.AppHost, "/_genauth/livez"), Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith("{\"statusCode\":404", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_below_no_such_resource_is_a_problem() =>
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), ((await GetAsync("/api/v1/nothing")).Status, (await GetAsync("/api/v1/nothing")).MediaType));
}
