using System.Diagnostics;

using static GenAuth.Sdk.Tests.Harness;

namespace GenAuth.Sdk.Tests.Telemetry;

[Collection(nameof(TelemetryTests))]
public class SpanTests
{
    [Fact]
    public async Task A_sampler_sees_what_the_span_is_about()
    {
        string[] seen = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GenAuthTelemetry.ActivitySourceName,
            Sample = (ref options) =>
            {
                seen = [.. options.Tags!.Select(tag => $"{tag.Key}={tag.Value}").OrderBy(tag => tag, StringComparer.Ordinal)];
                return ActivitySamplingResult.None;
            },
        };
        ActivitySource.AddActivityListener(listener);
        using Harness harness = new Harness().Answering(Body(Success));

        (await harness.SendAsync()).EnsureSuccess();

        Assert.Equal(["genauth.channel=CHANNEL_LOGIN", "genauth.operation=SendSms", "server.address=tenant.example", "server.port=443"], seen);
    }

    [Theory]
    [InlineData("http://[::1]:8080", "::1")]
    [InlineData("https://bücher.example", "xn--bcher-kva.example")]
    [InlineData("https://TENANT.example", "tenant.example")]
    public async Task The_server_is_named_as_OpenTelemetry_wants_it(string appHost, string address)
    {
        using var observed = new Observed();
        using Harness harness = new Harness(options => options.AppHost = new Uri(appHost)).Answering(Body(Success));

        (await harness.SendAsync()).EnsureSuccess();

        Assert.Contains($"server.address={address} ", Assert.Single(observed.Spans), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyed_client_carries_its_key()
    {
        using var observed = new Observed();
        using var http = new HttpClient(new AnsweringHandler());
        var client = new AuthenticationClient(http, new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example") }, observed.Logger, meterFactory: null, clientKey: "forum");

        (await client.SendSmsAsync(SmsChannel.Login, Harness.PhoneNumber)).EnsureSuccess();

        Assert.Contains("genauth.client=forum", Assert.Single(observed.Spans), StringComparison.Ordinal);
        Assert.Contains("genauth.client=forum", Assert.Single(observed.CollectMetrics()), StringComparison.Ordinal);
        Assert.All(observed.Scopes, scope => Assert.Equal("genauth.client=forum", scope));
        Assert.Equal(2, observed.Scopes.Count());
    }

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Body(Success)(request, cancellationToken);
    }
}
