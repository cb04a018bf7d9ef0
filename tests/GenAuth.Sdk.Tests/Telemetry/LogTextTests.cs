using Microsoft.Extensions.Logging.Testing;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Telemetry;

/// <summary>What a person reads: whole sentences, whatever a call lacks.</summary>
public class LogTextTests
{
    [Fact]
    public async Task No_line_has_a_hole()
    {
        var logger = new FakeLogger<AuthenticationClient>();
        Step[][] sends =
        [
            [Body("""{"statusCode":200}""")],
            [Status(499, 2011)],
            [Status(429, retryAfter: "1"), Body(Success)],
            [FailAfterSending(new IOException("reset"))],
        ];
        foreach (Step[] steps in sends)
        {
            using TestClient client = new TestClient(logger: logger).Returning(steps);
            await Record.ExceptionAsync(() => client.SendAsync());
        }

        string[] lines = [.. logger.Collector.GetSnapshot().Select(record => record.Message)];
        Assert.Contains("SendSms was answered with None: status 200, api code none, request id none, channel CHANNEL_LOGIN, attempts 1, outcome Processed.", lines);
        Assert.Contains(
            "SendSms was refused because the application is unknown to the service: status 499, api code 2011, request id none, channel CHANNEL_LOGIN. Check AppId and AppHost.",
            lines);
        Assert.Contains("SendSms was given up because of GenAuthConnectionException: attempts 1, outcome Unknown, request id none, channel CHANNEL_LOGIN.", lines);
        Assert.All(lines, line => Assert.DoesNotMatch("(code|id|channel|outcome|attempts) ?[,.:;]", line));
    }

    [Fact]
    public async Task A_send_given_up_is_one_line_without_the_exception_that_the_caller_gets()
    {
        var logger = new FakeLogger<AuthenticationClient>();
        using TestClient client = new TestClient(logger: logger).Returning(FailAfterSending(new IOException("reset")));

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync());

        FakeLogRecord line = Assert.Single(logger.Collector.GetSnapshot(), record => record.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
        Assert.Null(line.Exception);
    }
}
