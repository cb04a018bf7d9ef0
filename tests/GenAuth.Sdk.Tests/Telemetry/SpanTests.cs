using System.Diagnostics;

using static GenAuth.Sdk.Tests.ScriptedHandler;

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
        using TestClient client = new TestClient().Returning(Body(Success));

        (await client.SendAsync()).EnsureSuccess();

        Assert.Equal(["genauth.channel=CHANNEL_LOGIN", "genauth.operation=SendSms", "server.address=tenant.example", "server.port=443"], seen);
    }

    [Theory]
    [InlineData("http://[::1]:8080", "::1")]
    [InlineData("https://bücher.example", "xn--bcher-kva.example")]
    [InlineData("https://TENANT.example", "tenant.example")]
    public async Task The_server_is_named_as_OpenTelemetry_wants_it(string appHost, string address)
    {
        using var telemetry = new TelemetryCapture();
        using TestClient client = new TestClient(options => options.AppHost = new Uri(appHost)).Returning(Body(Success));

        (await client.SendAsync()).EnsureSuccess();

        Assert.Contains($"server.address={address}", Assert.Single(telemetry.Spans).Tags);
    }

    [Fact]
    public async Task A_keyed_client_carries_its_key()
    {
        using var telemetry = new TelemetryCapture();
        using var http = new HttpClient(new ScriptedHandler(Body(Success)));
        var options = new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.example") };
        var client = new AuthenticationClient(http, options, telemetry.Logger, meterFactory: null, clientKey: "forum");

        (await client.SendSmsAsync(SmsChannel.Login, TestClient.PhoneNumber)).EnsureSuccess();

        Assert.Contains("genauth.client=forum", Assert.Single(telemetry.Spans).Tags);
        Assert.Contains("genauth.client=forum", Assert.Single(telemetry.CollectMetrics()).Tags);
        Assert.All(telemetry.Scopes, scope => Assert.Equal("genauth.client=forum", scope));
        Assert.Equal(2, telemetry.Scopes.Count());
    }
}
