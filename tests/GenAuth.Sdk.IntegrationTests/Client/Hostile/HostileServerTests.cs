using System.Text;

namespace GenAuth.Sdk.IntegrationTests.Client.Hostile;

/// <summary>Servers that break HTTP: every send ends in time, with a documented exception or the answer, and with the right outcome.</summary>
public class HostileServerTests
{
    private const string Accepted = """{"statusCode":200,"message":"ok"}""";
    private const string TooSoon = """{"statusCode":422,"apiCode":4004}""";

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);

    public static TheoryData<string, string> BrokenHeads => new()
    {
        { "another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n" },
        { "zeroes", "\0\0\0\0\0\0\0\0\r\n\r\n" },
        { "no status", "HTTP/1.1\r\n\r\n" },
        { "a status of letters", "HTTP/1.1 abc OK\r\n\r\n" },
        { "a status of two digits", "HTTP/1.1 20 OK\r\n\r\n" },
        { "a status of four digits", "HTTP/1.1 2000 OK\r\n\r\n" },
        { "a header without a colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n" },
        { "a header without a name", "HTTP/1.1 200 OK\r\n: value\r\n\r\n" },
        { "a status line without an end", "HTTP/1.1 200 " + new string('x', 200_000) },
        { "a flood of headers", "HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"x-{i}: {i}\r\n")) + "\r\n" + Accepted },
        { "one huge header", "HTTP/1.1 200 OK\r\nx: " + new string('x', 200_000) + "\r\n\r\n" + Accepted },
        { "a head that breaks off", "HTTP/1.1 200 OK\r\nContent-Type: app" },
    };

    [Theory]
    [MemberData(nameof(BrokenHeads))]
    public async Task A_head_that_is_not_HTTP_is_a_broken_connection(string _, string response)
    {
        await using RawServer server = RawServer.Saying(response);

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => SendAsync(server));

        AssertUnknownAfterOneRequest(server, exception);
    }

    public static TheoryData<string, string> BrokenBodies => new()
    {
        { "less than Content-Length", $"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{Accepted}" },
        { "a chunk that breaks off", $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n{Accepted}" },
        { "chunks without an end", $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Accepted.Length:x}\r\n{Accepted}\r\n" },
        { "a chunk size of letters", $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{Accepted}\r\n0\r\n\r\n" },
        { "a chunk size beyond all numbers", $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{Accepted}\r\n0\r\n\r\n" },
    };

    [Theory]
    [MemberData(nameof(BrokenBodies))]
    public async Task A_body_that_breaks_off_is_a_broken_connection(string _, string response)
    {
        await using RawServer server = RawServer.Saying(response);

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => SendAsync(server));

        AssertUnknownAfterOneRequest(server, exception);
    }

    public static TheoryData<string, string> ForeignAnswers => new()
    {
        { "an empty body", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" },
        { "no content", "HTTP/1.1 204 No Content\r\n\r\n" },
        { "not modified", "HTTP/1.1 304 Not Modified\r\n\r\n" },
        { "another protocol, politely", $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nhello" },
#if !NETFRAMEWORK // Mono's decompressor fails like a broken connection does.
        { "a body that is no gzip", $"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {Accepted.Length}\r\n\r\n{Accepted}" },
#endif
        { "a body cut short by its length", $"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{Accepted}" },
        { "a second answer behind the first", $"HTTP/1.1 200 OK\r\n\r\n{Accepted}HTTP/1.1 200 OK\r\n\r\n{Accepted}" },
    };

    [Theory]
    [MemberData(nameof(ForeignAnswers))]
    public async Task An_answer_without_GenAuths_body_is_not_GenAuths(string _, string response)
    {
        await using RawServer server = RawServer.Saying(response);

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => SendAsync(server));

        AssertUnknownAfterOneRequest(server, exception);
    }

    public static TheoryData<string, string> OddButReadable => new()
    {
        { "until the connection closes", $"HTTP/1.1 200 OK\r\n\r\n{Accepted}" },
        { "an older version", $"HTTP/1.0 200 OK\r\n\r\n{Accepted}" },
#if !NETFRAMEWORK // Mono takes an interim response for the response: not GenAuth's, and unknown.
        { "a continue before", $"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{Accepted}" },
        { "early hints before", $"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{Accepted}" },
#endif
        { "chunks with extensions and trailers", $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Accepted.Length:x};a=b\r\n{Accepted}\r\n0\r\nx-trailer: 1\r\n\r\n" },
        { "a trailer that claims another status", $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Accepted.Length:x}\r\n{Accepted}\r\n0\r\nStatus: 500\r\n\r\n" },
        { "the same length twice", $"HTTP/1.1 200 OK\r\nContent-Length: {Accepted.Length}\r\nContent-Length: {Accepted.Length}\r\n\r\n{Accepted}" },
        { "an unknown charset", $"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=klingon\r\n\r\n{Accepted}" },
        { "no reason and no type", $"HTTP/1.1 200\r\n\r\n{Accepted}" },
    };

    [Theory]
    [MemberData(nameof(OddButReadable))]
    public async Task Odd_but_readable_HTTP_gives_the_answer(string _, string response)
    {
        await using RawServer server = RawServer.Saying(response);

        Assert.True((await SendAsync(server)).IsSuccess);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("Content-Length: 33\r\nContent-Length: 10")]
    [InlineData("Content-Length: 10\r\nContent-Length: 33")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 10\r\nTransfer-Encoding: chunked")]
    public async Task Contradicting_lengths_never_pass_for_another_answer(string lengths)
    {
        await using RawServer server = RawServer.Saying($"HTTP/1.1 200 OK\r\n{lengths}\r\n\r\n{Accepted}");

        try
        {
            Assert.True((await SendAsync(server)).IsSuccess);
        }
        catch (GenAuthException exception) when (exception is GenAuthConnectionException or GenAuthResponseException)
        {
            Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        }

        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n", "x-more: and more\r\n")]
#if !NETFRAMEWORK
    [InlineData("", "HTTP/1.1 100 Continue\r\n\r\n")]
#endif
    public async Task A_head_without_an_end_is_not_read_for_ever(string first, string then)
    {
        await using var server = new RawServer((stream, cancellationToken) => RepeatAsync(stream, first, then, cancellationToken));

        AssertUnknownAfterOneRequest(server, await Assert.ThrowsAsync<GenAuthConnectionException>(() => SendAsync(server)));
    }

    [Fact]
    public async Task An_answer_before_the_request_was_read_is_an_answer()
    {
        await using var server = new RawServer((stream, cancellationToken) => WriteAsync(stream, Keeping(TooSoon), cancellationToken), answersUnasked: true);

        Assert.Equal(GenAuthErrorKind.ResendTooSoon, (await SendAsync(server)).ErrorKind);
    }

    [Fact]
    public async Task Bytes_behind_an_answer_are_not_taken_for_the_next_one()
    {
        int answers = 0;
        await using var server = new RawServer((stream, cancellationToken) => WriteAsync(
            stream,
            Interlocked.Increment(ref answers) == 1 ? Keeping(TooSoon) + Keeping(Accepted) : Keeping(TooSoon),
            cancellationToken))
        {
            KeepsAlive = true,
        };
        AuthenticationClient client = CreateClient(server);

        for (int i = 0; i < 3; i++)
            Assert.Equal(422, (await client.SendSmsAsync(SmsChannel.Login, "5550100")).StatusCode);

        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task A_connection_with_a_half_read_body_is_not_used_again()
    {
        int answers = 0;
        string oversized = Keeping("{\"statusCode\":200,\"data\":\"" + new string('x', 3 * 1024 * 1024) + "\"}");
        await using var server = new RawServer(
            (stream, cancellationToken) => WriteAsync(stream, Interlocked.Increment(ref answers) == 1 ? oversized : Keeping(TooSoon), cancellationToken))
        {
            KeepsAlive = true,
        };
        AuthenticationClient client = CreateClient(server);

        await Assert.ThrowsAsync<GenAuthResponseException>(() => client.SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(422, (await client.SendSmsAsync(SmsChannel.Login, "5550100")).StatusCode);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_connection_that_the_server_closes_unannounced_never_costs_a_second_SMS()
    {
        const int Sends = 20;
        await using RawServer server = RawServer.Saying(Keeping(TooSoon));
        AuthenticationClient client = CreateClient(server);

        for (int i = 0; i < Sends; i++)
        {
            try
            {
                Assert.Equal(422, (await client.SendSmsAsync(SmsChannel.Login, "5550100")).StatusCode);
            }
            catch (GenAuthConnectionException exception)
            {
                // The request met the end of the connection on its way: it may have arrived, and nobody can tell.
                Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, exception.Attempts));
            }
        }

        Assert.InRange(server.Requests, 1, Sends);
    }

    private static string Keeping(string body) => $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private static AuthenticationClient CreateClient(RawServer server) => server.CreateClient(options => options.AttemptTimeout = AttemptTimeout);

    private static Task<SendSMSRespDto> SendAsync(RawServer server) => CreateClient(server).SendSmsAsync(SmsChannel.Login, "5550100");

    private static Task WriteAsync(Stream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask();

    private static async Task RepeatAsync(Stream stream, string first, string then, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, first, cancellationToken);
        while (true)
            await WriteAsync(stream, then, cancellationToken);
    }

    private static void AssertUnknownAfterOneRequest(RawServer server, GenAuthException exception)
    {
        Assert.Equal(RequestOutcome.Unknown, exception.Outcome);
        Assert.Equal(1, exception.Attempts);
        Assert.Equal(1, server.Requests);
    }
}
