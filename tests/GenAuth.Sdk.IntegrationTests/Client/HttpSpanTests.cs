using System.Collections.Concurrent;
using System.Diagnostics;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Client;

public class HttpSpanTests
{
    [Fact]
    public async Task The_span_of_a_send_is_the_parent_of_its_HTTP_span()
    {
        using Activity test = new Activity("test").Start();

        (Activity send, Activity http) = await SendRefusedAsync(test);

        Assert.Equal(test.SpanId, send.ParentSpanId);
        Assert.Equal(send.SpanId, http.ParentSpanId);
    }

    [Fact]
    public async Task The_span_of_a_refused_send_is_an_error_although_HTTP_says_200()
    {
        using Activity test = new Activity("test").Start();

        (Activity send, Activity http) = await SendRefusedAsync(test);

        Assert.Equal((ActivityStatusCode.Error, ActivityStatusCode.Unset), (send.Status, http.Status));
        Assert.Equal(("Configuration", 200), (send.StatusDescription, http.GetTagItem("http.response.status_code")));
    }

    private static async Task<(Activity Send, Activity Http)> SendRefusedAsync(Activity test)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is GenAuthTelemetry.ActivitySourceName or "System.Net.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();

        SendSMSRespDto response = await genAuth.CreateClient(options => options.AppId = "nobody").SendSmsAsync(SmsChannel.Login, "5550100");

        Assert.False(response.IsSuccess);
        Activity[] ours = [.. spans.Where(span => span.TraceId == test.TraceId)];
        return (
            Assert.Single(ours, span => span.Source.Name is GenAuthTelemetry.ActivitySourceName),
            Assert.Single(ours, span => span.Source.Name is "System.Net.Http"));
    }
}
