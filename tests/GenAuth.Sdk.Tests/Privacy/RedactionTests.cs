using System.Net;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Privacy;

/// <summary>What a call carried stays out of everything that is kept of it.</summary>
public class RedactionTests
{
    [Fact]
    public async Task A_cancellations_cause_that_quotes_the_number_is_left_out()
    {
        OperationCanceledException exception = await CancelAsync("invalid header line: " + TestClient.PhoneNumber);

        Assert.DoesNotContain(TestClient.PhoneNumber, exception.ToString(), StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task A_harmless_cause_of_a_callers_cancellation_is_kept() =>
        Assert.Contains("aborted", (await CancelAsync("aborted")).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1", "Connection refused (127.0.0.1:1)")]
    [InlineData("::1", "Connection refused ([::1]:1)")]
    [InlineData("203.0.113.7", "Connection refused (203.0.113.7:443)")]
    public async Task A_cause_that_names_the_host_is_kept_whatever_the_clients_address(string clientIp, string message)
    {
        using TestClient client =
            new TestClient(options => options.AppHost = new Uri("https://203.0.113.7")).Returning(FailBeforeSending(new HttpRequestException(message)));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => client.SendAsync(new GenAuthRequestOptions { ClientIp = IPAddress.Parse(clientIp) }));

        Assert.Equal(message, exception.InnerException!.Message);
    }

    [Fact]
    public async Task A_cause_that_names_the_clients_address_is_left_out()
    {
        using TestClient client = new TestClient().Returning(FailBeforeSending(new HttpRequestException("from 203.0.113.7")));

        var options = new GenAuthRequestOptions { ClientIp = IPAddress.Parse("203.0.113.7") };
        Assert.Null((await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync(options))).InnerException);
    }

    [Fact]
    public async Task A_short_number_drops_the_body_but_keeps_the_request_id()
    {
        using TestClient client = new TestClient().Returning(Body("<html>code 4</html>", 502, "text/html", requestId: "934108e5-9fbf-4d24"));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendSmsAsync(SmsChannel.Login, "4"));

        Assert.Equal(("934108e5-9fbf-4d24", ""), (exception.RequestId, exception.Body));
    }

    [Fact]
    public async Task A_message_holds_nothing_that_could_forge_a_line() =>
        Assert.StartsWith("a b  cdef gx", await ReadMessageAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task A_message_is_bounded() => Assert.Equal(1024, (await ReadMessageAsync()).Length);

    [Fact]
    public async Task A_message_of_three_byte_characters_is_cut_between_two_of_them()
    {
        using TestClient client = new TestClient().Returning(Body($$"""{"statusCode":400,"message":"{{new string('稍', 5000)}}"}"""));

        Assert.Equal(new string('稍', 341), (await client.SendAsync()).Message);
    }

    [Fact]
    public async Task The_request_body_is_cleared_when_the_call_has_ended()
    {
        MemoryStream? sent = null;
        HttpContent? content = null;
        using TestClient client = new TestClient().Returning(async (request, cancellationToken) =>
        {
            content = request.Content;
            return await Body(Success)(request, cancellationToken);
        });
        (await client.SendAsync()).EnsureSuccess();

        sent = new MemoryStream();
        await Record.ExceptionAsync(() => content!.CopyToAsync(sent));

        Assert.DoesNotContain(TestClient.PhoneNumber, System.Text.Encoding.UTF8.GetString(sent.ToArray()), StringComparison.Ordinal);
    }

    private static async Task<OperationCanceledException> CancelAsync(string message)
    {
        using var cancellation = new CancellationTokenSource();
        using TestClient client = new TestClient().Returning(async (request, cancellationToken) =>
        {
            await cancellation.CancelAsync();
            throw new IOException(message);
        });

        return await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(null, cancellation.Token));
    }

    private static async Task<string> ReadMessageAsync()
    {
        string message = "a\\u0000b\\r\\nc\\u202Ed\\u2066e\\u2028f\\u009Bg" + new string('x', 900_000);
        using TestClient client = new TestClient().Returning(Body($$"""{"statusCode":400,"message":"{{message}}"}"""));

        return (await client.SendAsync()).Message;
    }
}
