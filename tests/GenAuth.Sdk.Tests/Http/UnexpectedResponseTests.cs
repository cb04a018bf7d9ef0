using System.Net;
using System.Text;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Http;

public class UnexpectedResponseTests
{
    [Theory]
    [InlineData("", "the body is empty")]
    [InlineData("<html>login to this wifi</html>", "the body is no JSON object with a status")]
    [InlineData("""{"statusCode":200,"mess""", "the body is no JSON object with a status")]
    [InlineData("""{"ok":true}""", "the body is no JSON object with a status")]
    public async Task An_HTTP_200_that_is_not_GenAuths_is_never_a_success(string body, string reason)
    {
        GenAuthResponseException exception = await FailAsync(Body(body, contentType: "text/html", requestId: "edge-7"));

        Assert.Equal(
            $"The answer is not GenAuth's: {reason} (HTTP 200, text/html), after 1 attempt to SendSms. An SMS may have been sent: sending again may send a second one.",
            exception.Message);
        Assert.Equal(body, exception.Body);
        Assert.Equal("text/html", exception.ContentType);
        Assert.Equal(HttpStatusCode.OK, exception.HttpStatusCode);
        Assert.Equal("edge-7", exception.RequestId);
        Assert.Null(exception.RetryAfter);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task The_request_id_header_serves_when_the_body_has_none()
    {
        using TestClient client = new TestClient().Returning(Body("""{"statusCode":200,"requestId":""}""", requestId: "edge-7"));

        Assert.Equal("edge-7", (await client.SendAsync()).RequestId);
    }

    [Fact]
    public async Task The_request_id_of_the_body_comes_before_that_of_the_header()
    {
        using TestClient client = new TestClient().Returning(Body("""{"statusCode":200,"requestId":"r-1"}""", requestId: "edge-7"));

        Assert.Equal("r-1", (await client.SendAsync()).RequestId);
    }

    [Fact]
    public async Task An_empty_request_id_header_gives_way_to_the_next()
    {
        using TestClient client = new TestClient().Returning((_, _) =>
        {
            var response = new HttpResponseMessage { Content = new StringContent("""{"statusCode":200}""") };
            response.Headers.TryAddWithoutValidation("x-request-id", ["", "edge-7"]);
            return Task.FromResult(response);
        });

        Assert.Equal("edge-7", (await client.SendAsync()).RequestId);
    }

    [Fact]
    public async Task An_empty_request_id_header_is_none()
    {
        using TestClient client = new TestClient().Returning(Body("""{"statusCode":200}""", requestId: ""));

        Assert.Null((await client.SendAsync()).RequestId);
    }

    [Fact]
    public async Task A_token_that_holds_the_number_is_masked_whole()
    {
        using TestClient client = new TestClient().Returning(Body($"token abc{TestClient.PhoneNumber}def", 403, "text/plain"));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(
            () => client.SendAsync(new GenAuthRequestOptions { AccessToken = $"abc{TestClient.PhoneNumber}def" }));

        Assert.Equal("token ***", exception.Body);
    }

    [Fact]
    public async Task An_answer_without_a_content_type_says_so()
    {
        GenAuthResponseException exception = await FailAsync((_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent("hello"u8.ToArray()) }));

        Assert.Null(exception.ContentType);
        Assert.Contains("(HTTP 200, no content type)", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"with a line\nbreak")]
    [InlineData("非")]
    [InlineData(" ")]
    public async Task A_request_id_that_could_forge_a_log_line_is_dropped(string requestId)
    {
        using TestClient client = new TestClient().Returning(Body($$"""{"statusCode":200,"requestId":"{{requestId}}"}"""));

        Assert.Null((await client.SendAsync()).RequestId);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task A_request_id_of_unreasonable_length_is_dropped(int length, bool kept)
    {
        string requestId = new('r', length);
        using TestClient client = new TestClient().Returning(Body($$"""{"statusCode":200,"requestId":"{{requestId}}"}"""));

        Assert.Equal(kept ? requestId : null, (await client.SendAsync()).RequestId);
    }

    [Fact]
    public async Task What_the_call_carried_is_masked_in_everything_kept_of_the_answer()
    {
        var requestOptions = new GenAuthRequestOptions { AccessToken = "Bearer s3cr3t.t0ken", ClientIp = IPAddress.Parse("203.0.113.7") };
        string page = "number (555) 555-0100 or 5555550100 or %28555%29%20555-0100, Authorization: Bearer s3cr3t.t0ken, S3CR3T.T0KEN, from 203.0.113.7";
        using TestClient client = new TestClient().Returning(Body(page, 403, "text/html", requestId: "for-5555550100"));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(
            () => client.SendSmsAsync(SmsChannel.Login, "(555) 555-0100", "+1", requestOptions));

        Assert.Equal("number (*** or *** or %28***, Authorization: Bearer ***, ***, from ***", exception.Body);
        Assert.Equal("for-***", exception.RequestId);
    }

    [Theory]
    [InlineData(1020)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1030)]
    public async Task A_number_across_the_cut_at_1_KiB_is_hidden(int position)
    {
        GenAuthResponseException exception = await FailAsync(Body(new string('x', position) + TestClient.PhoneNumber + new string('y', 5000), 502, "text/html"));

        Assert.True(exception.Body.Length <= 1024);
        Assert.StartsWith(new string('x', Math.Min(position, 1024)), exception.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("5", exception.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_multi_byte_page_is_cut_to_1_KiB_without_leaking_either()
    {
        GenAuthResponseException exception = await FailAsync(Body(new string('网', 1020) + TestClient.PhoneNumber, 502, "text/html"));

        Assert.True(Encoding.UTF8.GetByteCount(exception.Body) <= 1024 + 3);
        Assert.DoesNotContain("555", exception.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_full_of_the_number_leaks_no_part_of_it_where_reading_stopped()
    {
        for (int shift = 0; shift < TestClient.PhoneNumber.Length; shift++)
        {
            GenAuthResponseException exception =
                await FailAsync(Body(new string('x', shift) + string.Concat(Enumerable.Repeat(TestClient.PhoneNumber, 1000)), 502, "text/html"));

            Assert.DoesNotContain("5", exception.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1024 * 1024, true)]
    [InlineData((1024 * 1024) + 1, false)]
    public async Task A_body_is_read_up_to_1_MiB(int length, bool readable)
    {
        string head = "{\"statusCode\":200,\"message\":\"\",\"data\":\"";
        string body = head + new string('x', length - head.Length - 2) + "\"}";
        using TestClient client = new TestClient().Returning(Body(body));

        if (readable)
            Assert.True((await client.SendAsync()).IsSuccess);
        else
            Assert.Contains("larger than 1 MiB", (await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_body_is_not_read_to_its_end()
    {
        var endless = new EndlessStream();
        await FailAsync((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(endless) }));

        Assert.InRange(endless.Served, 1024 * 1024, 3 * 1024 * 1024);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_broken_connection()
    {
        using TestClient client = new TestClient().Returning(async (request, cancellationToken) =>
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage { Content = new StreamContent(new BreakingStream()) };
        });

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.IsAssignableFrom<IOException>(exception.InnerException);
    }

    [Fact]
    public async Task An_inner_exception_that_quotes_what_was_sent_is_left_out()
    {
        using TestClient client = new TestClient().Returning(FailAfterSending(new HttpRequestException("invalid header line: " + TestClient.PhoneNumber)));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

        Assert.Null(exception.InnerException);
        Assert.DoesNotContain(TestClient.PhoneNumber, exception.ToString(), StringComparison.Ordinal);
    }

    private static async Task<GenAuthResponseException> FailAsync(Step step)
    {
        using TestClient client = new TestClient().Returning(step);
        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendAsync());
        Assert.Equal(1, client.Requests);
        return exception;
    }

    private sealed class EndlessStream : BodyStream
    {
        public long Served { get; private set; }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            buffer.AsSpan(offset, count).Fill((byte)'x');
            Served += count;
            return Task.FromResult(count);
        }
    }

    private sealed class BreakingStream : BodyStream
    {
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromException<int>(new IOException("The response ended prematurely."));
    }
}
