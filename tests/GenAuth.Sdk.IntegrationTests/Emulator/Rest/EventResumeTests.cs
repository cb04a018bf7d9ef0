namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

public class EventResumeTests : RestTests
{
    private const int Kept = 1_000;

    [Fact]
    public async Task A_client_that_comes_back_gets_what_it_missed()
    {
        await SendCodeAsync();
        string id = await ReadLastIdAsync();
        string missed = await SendCodeAsync("5550101");

        using EventReader events = await EventReader.OpenAsync(Origin, id);

        ServerSentEvent next = await events.ReadAsync();
        while (next.Id is null)
            next = await events.ReadAsync();
        Assert.Equal(("message", missed), (next.Name, next["code"]));
    }

    [Fact]
    public async Task A_client_that_missed_too_much_starts_anew()
    {
        string id = await ReadLastIdAsync();
        using var wire = Wire.InMemory(Emulator);
        for (int i = 0; i <= Kept; i++)
            await wire.SendAsync(HttpMethod.Get, "/nothing", body: null);

        using EventReader events = await EventReader.OpenAsync(Origin, id);

        Assert.Equal(200, (await events.ReadAsync("snapshot")).Data.GetProperty("failures").GetArrayLength());
    }

    [Theory]
    [InlineData("another-process.0")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("a.b.c")]
    public async Task A_client_with_an_id_that_means_nothing_starts_anew(string id)
    {
        string code = await SendCodeAsync();

        using EventReader events = await EventReader.OpenAsync(Origin, id);

        Assert.Contains(code, (await events.ReadAsync("snapshot")).Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inbox_that_is_cleared_is_told_as_a_new_beginning()
    {
        using EventReader events = await EventReader.OpenAsync(Origin);
        await SendCodeAsync();
        await events.ReadAsync("message");

        await SendAsync(HttpMethod.Delete, "/api/v1/messages", content: null);

        Assert.Empty((await events.ReadAsync("snapshot")).Data.GetProperty("messages").EnumerateArray());
        string code = await SendCodeAsync("5550101");
        Assert.Equal(code, (await events.ReadAsync("message"))["code"]);
    }

    [Fact]
    public async Task A_snapshot_has_the_newest_thousand_messages()
    {
        for (int i = 0; i <= Kept; i++)
        {
            await SendCodeAsync();
            Clock.Advance(TimeSpan.FromMinutes(1));
        }

        using EventReader events = await EventReader.OpenAsync(Origin);
        ServerSentEvent snapshot = await events.ReadAsync("snapshot");

        Assert.Equal(
            Emulator.Inbox.Messages.Skip(1).Select(message => message.Code),
            snapshot.Data.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("code").GetString()));
    }

    private async Task<string> ReadLastIdAsync()
    {
        using EventReader events = await EventReader.OpenAsync(Origin);
        return (await events.ReadAsync("snapshot")).Id!;
    }
}
