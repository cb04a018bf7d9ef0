using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>Faults that are for one operation, and conditions that fail.</summary>
public abstract class BoundFaultTests : WireTests
{
    private protected BoundFaultTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options) => options.ResendWindow = TimeSpan.Zero;

    [Fact]
    public async Task A_fault_for_one_operation_waits_for_it_while_others_take_what_is_behind()
    {
        Emulator.Faults.Next("PreCheckCode", Fault.Answer(601));
        Emulator.Faults.Next(Fault.Answer(602));

        Assert.Equal(602, (await Wire.PostAsync(Wire.Body())).StatusCode);
        Assert.Equal(200, (await Wire.PostAsync(Wire.Body())).StatusCode);
        Assert.Equal(601, (await Wire.PreCheckAsync("123456")).StatusCode);
        Assert.Equal(200, (await Wire.PreCheckAsync("123456")).StatusCode);
    }

    [Fact]
    public async Task A_fault_that_a_refused_request_left_keeps_its_place()
    {
        Emulator.Faults.Next("PreCheckCode", Fault.Answer(500));
        Emulator.Faults.Next(Fault.Answer(501));
        Emulator.Faults.Next(Fault.Answer(502));

        Assert.Equal(400, (await Wire.PostAsync("{}")).StatusCode);

        Assert.Equal(500, (await Wire.PreCheckAsync("123456")).StatusCode);
        Assert.Equal(501, (await Wire.PostAsync(Wire.Body())).StatusCode);
        Assert.Equal(502, (await Wire.PostAsync(Wire.Body())).StatusCode);
    }

    [Fact]
    public async Task A_condition_can_choose_by_operation()
    {
        var operations = new List<string?>();
        Emulator.Faults.When(request => { operations.Add(request.Operation); return request.Operation == "PreCheckCode"; }, Fault.Answer(602));

        Assert.Equal(200, (await Wire.PostAsync(Wire.Body())).StatusCode);
        Assert.Equal(602, (await Wire.PreCheckAsync("123456")).StatusCode);
        Assert.Equal(404, (await Wire.SendAsync(HttpMethod.Get, "/", body: null)).StatusCode);

        Assert.Equal(["SendSms", "PreCheckCode", null], operations);
    }

    [Fact]
    public async Task A_refused_connection_for_one_operation_leaves_other_connections_alone()
    {
        Emulator.Faults.Next("PreCheckCode", Fault.Refuse());

        Assert.Equal(200, (await Wire.PostAsync(Wire.Body())).StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => Wire.PreCheckAsync("123456"));
        Assert.Equal(200, (await Wire.PreCheckAsync("123456")).StatusCode);
    }

    [Fact]
    public void An_operation_that_does_not_exist_is_refused_with_those_that_do()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>("operation", () => Emulator.Faults.Next("SendSMS", Fault.Answer(500)));

        Assert.Contains("SendSms, PreCheckCode", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_that_throws_is_shown_to_the_author_of_the_test()
    {
        Emulator.Faults.When(_ => throw new InvalidOperationException("oops"), Fault.Answer(500));

        WireAnswer answer = await Wire.PostAsync(Wire.Body());
        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(
            () => Emulator.CreateClient().SendSmsAsync(SmsChannel.Login, Wire.Phone, cancellationToken: Token));

        Assert.Equal(
            (HttpStatusCode.InternalServerError, "A condition given to Faults.When threw System.InvalidOperationException: oops"),
            (answer.HttpStatus, answer.Text));
        Assert.Equal(answer.Text, exception.Body);
        Assert.Empty(Emulator.Inbox.Messages);
    }

    public sealed class OverSockets() : BoundFaultTests(sockets: true);

    public sealed class InMemory() : BoundFaultTests(sockets: false);
}
