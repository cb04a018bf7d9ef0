using System.Net;
using System.Text;
using System.Text.Json;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

/// <summary>Arming one fault more, and taking one back.</summary>
public class ArmTests : RestTests
{
    private const string Faults = "/api/v1/faults";

    [Fact]
    public async Task Posting_adds_to_what_is_armed_conditions_included()
    {
        Emulator.Faults.Next(Fault.Close());
        Emulator.Faults.When(_ => false, Fault.Reset());

        RestAnswer answer = await PostAsync("""{"next":[{"kind":"reset"}],"always":{"kind":"silence"}}""");

        Assert.Equal(
            (HttpStatusCode.OK, """{"next":[{"kind":"close"},{"kind":"reset"}],"randomly":[],"always":{"kind":"silence"},"when":1}"""),
            (answer.Status, answer.Text));
    }

    [Fact]
    public async Task Any_one_is_taken_back_by_its_id()
    {
        Emulator.Faults.Next(Fault.Close());
        Emulator.Faults.Next(Fault.Reset());
        Emulator.Faults.Randomly(1, 0.5, Fault.Answer(500), Fault.Answer(601));
        Emulator.Faults.Always(Fault.Silence());
        using EventReader events = await EventReader.OpenAsync(Origin);
        JsonElement[] armed = [.. (await events.ReadAsync("faults")).Data.GetProperty("armed").EnumerateArray()];

        foreach (JsonElement fault in armed[1..])
            Assert.Equal(HttpStatusCode.NoContent, (await TakeBackAsync(fault.GetProperty("id").ToString())).Status);

        Assert.Equal(["Next request", "Next request", "50 % of requests", "Every request"], armed.Select(fault => fault.GetProperty("requests").GetString()));
        Assert.Equal("""{"next":[{"kind":"close"}],"randomly":[]}""", (await GetAsync(Faults)).Text);
    }

    [Theory]
    [InlineData("0", HttpStatusCode.NotFound)]
    [InlineData("-1", HttpStatusCode.BadRequest)]
    [InlineData("one", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task One_that_is_not_armed_cannot_be_taken_back(string id, HttpStatusCode status)
    {
        Emulator.Faults.Next(Fault.Close());

        Assert.Equal(status, (await TakeBackAsync(id)).Status);

        Assert.Equal("""{"next":[{"kind":"close"}],"randomly":[]}""", (await GetAsync(Faults)).Text);
    }

    [Fact]
    public async Task No_more_than_100_are_armed_in_however_many_requests()
    {
        for (int i = 0; i < 100; i++)
            Assert.Equal(HttpStatusCode.OK, (await PostAsync("""{"next":[{"kind":"close"}]}""")).Status);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("""{"next":[{"kind":"close"}]}""")).Status);
    }

    [Fact]
    public async Task A_fault_that_was_put_back_keeps_its_place_and_its_id()
    {
        Emulator.Faults.Next(Fault.Answer(500));
        Emulator.Faults.Next(Fault.Answer(601));
        using var wire = Wire.OverSockets(Emulator);

        await wire.PostAsync(Wire.Body(), ("x-genauth-app-id", "nobody"));
        await wire.PostAsync("{}");

        using EventReader events = await EventReader.OpenAsync(Origin);
        IEnumerable<string?> texts = (await events.ReadAsync("faults")).Data.GetProperty("armed").EnumerateArray().Select(fault => fault.GetProperty("text").GetString());
        Assert.Equal(["The service answers 500 (Internal server error)", "The service answers 601 (The SMS provider could not be called)"], texts);
    }

    private Task<RestAnswer> PostAsync(string json) => SendAsync(HttpMethod.Post, Faults, new StringContent(json, Encoding.UTF8, "application/json"));

    private Task<RestAnswer> TakeBackAsync(string id) => SendAsync(HttpMethod.Delete, $"{Faults}?id={id}", content: null);
}
