using System.Net;
using System.Text;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

public class FaultsTests : RestTests
{
    private const string Faults = "/api/v1/faults";

    [Theory]
    [InlineData("""{"kind":"answer","statusCode":601}""")]
    [InlineData("""{"kind":"answer","operation":"SendSms","statusCode":499,"apiCode":2001,"message":"m"}""")]
    [InlineData("""{"kind":"http","status":503,"body":"b","contentType":"text/plain","retryAfter":30,"headers":{"x-a":"b"}}""")]
    [InlineData("""{"kind":"gatewayPage","status":502,"after":0.5,"afterAccepting":true,"paddedTo":67108864,"gzipped":true,"truncated":true,"dripping":60}""")]
    [InlineData("""{"kind":"redirect","status":307,"location":"https://example.com/"}""")]
    [InlineData("""{"kind":"silence"}""")]
    [InlineData("""{"kind":"close","after":60,"beforeReading":true}""")]
    [InlineData("""{"kind":"reset","afterAccepting":true}""")]
    [InlineData("""{"kind":"refuse"}""")]
    public async Task Every_fault_reads_back_as_it_was_put(string fault)
    {
        string next = $$"""{"next":[{{fault}}],"randomly":[]}""";

        RestAnswer put = await PutAsync(Faults, next);

        Assert.Equal((HttpStatusCode.OK, next), (put.Status, put.Text));
    }

    [Fact]
    public async Task Faults_that_a_test_armed_in_process_are_shown_too()
    {
        Emulator.Faults.Next(Fault.Answer(503).WithRetryAfter(TimeSpan.FromSeconds(2)));
        Emulator.Faults.Randomly(7, 0.25, Fault.Reset());
        Emulator.Faults.Always(Fault.GatewayPage());
        Emulator.Faults.When(_ => true, Fault.Close());

        Assert.Equal(
            """{"next":[{"kind":"answer","statusCode":503,"retryAfter":2}],"randomly":[{"seed":7,"probability":0.25,"faults":[{"kind":"reset"}]}],"always":{"kind":"gatewayPage","status":502},"when":1}""",
            (await GetAsync(Faults)).Text);
    }

    [Fact]
    public async Task Putting_replaces_everything()
    {
        Emulator.Faults.Always(Fault.Answer(500));
        using var wire = Wire.OverSockets(Emulator);

        await PutAsync(Faults, """{"next":[{"kind":"gatewayPage","afterAccepting":true}]}""");
        Assert.Equal(HttpStatusCode.BadGateway, (await wire.PostAsync(Wire.Body())).HttpStatus);
        Assert.Single(Emulator.Inbox.Messages);
        Assert.Equal(422, (await wire.PostAsync(Wire.Body())).StatusCode);

        await PutAsync(Faults, """{"always":{"kind":"answer","statusCode":601}}""");
        Assert.Equal(601, (await wire.PostAsync(Wire.Body(phoneNumber: "5550101"))).StatusCode);
    }

    [Fact]
    public async Task Deleting_takes_everything_back()
    {
        await PutAsync(Faults, """{"always":{"kind":"answer","statusCode":601}}""");
        using var wire = Wire.OverSockets(Emulator);
        Assert.Equal(601, (await wire.PostAsync(Wire.Body())).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, Faults, content: null)).Status);

        Assert.Equal(200, (await wire.PostAsync(Wire.Body())).StatusCode);
    }

    [Theory]
    [InlineData("""{"next":[{"kind":"explode"}]}""")]
    [InlineData("""{"next":[{"kind":3}]}""")]
    [InlineData("""{"next":[{}]}""")]
    [InlineData("""{"next":[null]}""")]
    [InlineData("""{"next":[{"kind":"close","delay":1}]}""")]
    [InlineData("""{"next":[{"kind":"close","kind":"reset"}]}""")]
    [InlineData("""{"next":[{"kind":"close","gzipped":true}]}""")]
    [InlineData("""{"next":[{"kind":"close","status":502}]}""")]
    [InlineData("""{"next":[{"kind":"close","beforeReading":true,"afterAccepting":true}]}""")]
    [InlineData("""{"next":[{"kind":"answer"}]}""")]
    [InlineData("""{"next":[{"kind":"http","status":99}]}""")]
    [InlineData("""{"next":[{"kind":"http","status":200,"location":"/"}]}""")]
    [InlineData("""{"next":[{"kind":"http","status":200,"headers":{"Content-Length":"1"}}]}""")]
    [InlineData("""{"next":[{"kind":"redirect"}]}""")]
    [InlineData("""{"next":[{"kind":"silence","after":60.5}]}""")]
    [InlineData("""{"next":[{"kind":"close","after":-1}]}""")]
    [InlineData("""{"next":[{"kind":"gatewayPage","dripping":61}]}""")]
    [InlineData("""{"next":[{"kind":"gatewayPage","paddedTo":67108865}]}""")]
    [InlineData("""{"next":[{"kind":"close","operation":"SendEmail"}]}""")]
    [InlineData("""{"always":{"kind":"close","operation":"SendSms"}}""")]
    [InlineData("""{"always":{"kind":"refuse"}}""")]
    [InlineData("""{"always":{"kind":"reset","beforeReading":true}}""")]
    [InlineData("""{"randomly":[{"seed":1,"probability":1.5,"faults":[{"kind":"close"}]}]}""")]
    [InlineData("""{"randomly":[{"seed":1,"probability":0.5,"faults":[]}]}""")]
    [InlineData("""{"randomly":[{"seed":1,"probability":0.5}]}""")]
    [InlineData("""{"when":1}""")]
    [InlineData("""{"sometimes":[]}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{""")]
    [InlineData("")]
    public async Task What_is_no_fault_is_refused_without_a_change(string json)
    {
        Emulator.Faults.Next(Fault.Close());

        RestAnswer answer = await PutAsync(Faults, json);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.DoesNotContain("GenAuth.Sdk.Testing.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("""{"next":[{"kind":"close"}],"randomly":[]}""", (await GetAsync(Faults)).Text);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task At_most_100_faults_are_armed(int count, HttpStatusCode status) =>
        Assert.Equal(status, (await PutAsync(Faults, $$"""{"next":[{{string.Join(',', Enumerable.Repeat("""{"kind":"close"}""", count))}}]}""")).Status);

    [Fact]
    public async Task A_body_beyond_64_KiB_is_too_large_however_it_is_framed()
    {
        string json = $$"""{"next":[{"kind":"http","status":200,"body":"{{new string('x', 64 * 1024)}}"}]}""";
        using var chunked = new StringContent(json, Encoding.UTF8, "application/json");
        chunked.Headers.ContentLength = null;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PutAsync(Faults, json)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(HttpMethod.Put, Faults, chunked, ("Transfer-Encoding", "chunked"))).Status);
    }

    [Fact]
    public async Task Requests_that_no_route_knows_and_those_of_this_API_use_up_no_fault()
    {
        await PutAsync(Faults, """{"next":[{"kind":"gatewayPage"}]}""");
        using var wire = Wire.OverSockets(Emulator);

        Assert.Equal(HttpStatusCode.NotFound, (await wire.SendAsync(HttpMethod.Get, "/favicon.ico", body: null)).HttpStatus);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/nothing")).Status);

        Assert.Equal(HttpStatusCode.BadGateway, (await wire.PostAsync(Wire.Body())).HttpStatus);
        Assert.Equal(2, Emulator.RequestCount);
    }
}
