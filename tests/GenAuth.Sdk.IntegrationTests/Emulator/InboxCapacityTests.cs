using System.Text;

using GenAuth.Sdk.IntegrationTests.Faults;
using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>By itself, because the memory of other tests would be counted.</summary>
[Collection(nameof(ChaosTests.Alone))]
public sealed class InboxCapacityTests
{
    private const int Megabyte = 1024 * 1024;

    private readonly ITestOutputHelper _output;

    public InboxCapacityTests(ITestOutputHelper output) => _output = output;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_oldest_messages_go_when_the_inbox_is_full()
    {
        await using var emulator = new GenAuthEmulator(new() { InboxCapacity = 2 });
        await OverfillAsync(emulator);

        Assert.Equal(["5550101", "5550102"], emulator.Inbox.Messages.Select(message => message.PhoneNumber));
        await Assert.ThrowsAsync<TimeoutException>(() => emulator.Inbox.WaitForAsync("5550100", TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task The_code_of_a_message_that_went_stays_good()
    {
        await using var emulator = new GenAuthEmulator(new() { InboxCapacity = 2 });

        string code = await OverfillAsync(emulator);

        Assert.True(emulator.Redeem(SmsChannel.Login, "5550100", code));
    }

    [Fact]
    public async Task A_hundred_thousand_sends_leave_nothing_behind_when_their_codes_have_ended()
    {
        var options = new GenAuthEmulatorOptions { InboxCapacity = 1000, TimeProvider = new FakeTimeProvider() };
        await using var emulator = new GenAuthEmulator(options);
        using var client = new HttpMessageInvoker(emulator.CreateHandler());

        await SendAsync(emulator, client, 0, 10_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await SendAsync(emulator, client, 10_000, 100_000);
        ((FakeTimeProvider)options.TimeProvider).Advance(options.CodeLifetime);
        long after = GC.GetTotalMemory(forceFullCollection: true);

        _output.WriteLine(FormattableString.Invariant($"after 10,000 sends {before / 1024:N0} KB, after 100,000 and the lifetime of a code {after / 1024:N0} KB"));
        Assert.Equal((100_000, 1000), (emulator.RequestCount, emulator.Inbox.Messages.Count));
        Assert.InRange(after - before, long.MinValue, 8 * Megabyte);
    }

    /// <summary>The code of the first of three messages.</summary>
    private static async Task<string> OverfillAsync(GenAuthEmulator emulator)
    {
        using var wire = Wire.InMemory(emulator);
        await wire.PostAsync(Wire.Body(phoneNumber: "5550100"));
        string code = Assert.Single(emulator.Inbox.Messages).Code;
        foreach (string phoneNumber in (string[])["5550101", "5550102"])
            await wire.PostAsync(Wire.Body(phoneNumber: phoneNumber));
        return code;
    }

    private static async Task SendAsync(GenAuthEmulator emulator, HttpMessageInvoker client, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(emulator.AppHost, Wire.Path));
            request.Headers.Add("x-genauth-app-id", emulator.AppId);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Wire.Body(phoneNumber: FormattableString.Invariant($"55501{i:000000}"))));
            using HttpResponseMessage response = await client.SendAsync(request, Token);
        }
    }
}
