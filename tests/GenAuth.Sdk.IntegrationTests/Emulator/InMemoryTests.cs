using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class InMemoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_arrives_without_sockets()
    {
        await using var emulator = new GenAuthEmulator();

        SendSMSRespDto response =
            await emulator.CreateClient(options => options.Language = "en-US").SendSmsAsync(SmsChannel.Login, "5550100", "+86", cancellationToken: Token);
        SmsMessage message = await emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);

        Assert.Equal("Operation successful", response.Message);
        Assert.Equal("en-US", message.Language);
        Assert.Equal(new Uri("https://genauth.invalid"), emulator.AppHost);
        Assert.Null(emulator.Certificate);
    }

    [Fact]
    public async Task Both_front_ends_answer_alike()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { ResendWindow = TimeSpan.Zero }, Token);
        using var sockets = Wire.OverSockets(emulator);
        using var memory = Wire.InMemory(emulator);

        foreach (string body in (string[])["", "{}", Wire.Body(), Wire.Body(phoneCountryCode: "+1"), Wire.Body(phoneNumber: new string('5', 1024 * 1024))])
        {
            WireAnswer overSockets = await sockets.PostAsync(body);
            WireAnswer inMemory = await memory.PostAsync(body);
            Assert.Equal(WithoutRequestId(overSockets), WithoutRequestId(inMemory));
        }

        emulator.Faults.Always(Fault.Http(HttpStatusCode.ServiceUnavailable, "<html>", "text/html").WithRetryAfter(TimeSpan.FromSeconds(7)));
        Assert.Equal(await sockets.PostAsync("{}"), await memory.PostAsync("{}"));
    }

    [Fact]
    public async Task The_path_counts_without_the_query_in_both_front_ends()
    {
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(cancellationToken: Token);
        using var sockets = Wire.OverSockets(emulator);
        using var memory = Wire.InMemory(emulator);

        foreach (Wire wire in (Wire[])[sockets, memory])
        {
            Assert.Equal("Cannot POST /a%20b", (await wire.SendAsync(HttpMethod.Post, "/a%20b?c=d", "{}")).Message);
            Assert.Equal(499, (await wire.SendAsync(HttpMethod.Post, Wire.Path + "?c=d", "{}")).StatusCode);
            Assert.Equal(400, (await wire.SendAsync(HttpMethod.Post, Wire.Path, body: null)).StatusCode);
        }
    }

    [Fact]
    public async Task The_client_knows_that_its_request_left()
    {
        await using var emulator = new GenAuthEmulator();
        AuthenticationClient client = emulator.CreateClient();
        emulator.Faults.Next(Fault.Http(HttpStatusCode.BadGateway, "<html>bad gateway</html>"));
        emulator.Faults.Next(Fault.Http(HttpStatusCode.BadGateway).After(TimeSpan.FromHours(1)));

        var foreign = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token));
        var timeout = await Assert.ThrowsAsync<GenAuthTimeoutException>(
            () => client.SendSmsAsync(SmsChannel.Login, "5550100", requestOptions: new() { Timeout = TimeSpan.FromMilliseconds(50) }, cancellationToken: Token));

        Assert.Equal((RequestOutcome.Unknown, RequestOutcome.Unknown), (foreign.Outcome, timeout.Outcome));
        Assert.Equal("text/html", foreign.ContentType);
    }

    [Fact]
    public async Task Cancelling_ends_a_request_that_is_held_back()
    {
        await using var emulator = new GenAuthEmulator();
        emulator.Faults.Always(Fault.Answer(200).AfterAccepting().After(TimeSpan.FromHours(1)));
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task<SendSMSRespDto> sending = emulator.CreateClient().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: giveUp.Token);
        await emulator.Inbox.WaitForAsync("5550100", cancellationToken: Token);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    private static WireAnswer WithoutRequestId(WireAnswer answer) =>
        answer.RequestId is { } requestId ? answer with { Text = answer.Text.Replace(requestId, "", StringComparison.Ordinal) } : answer;
}
