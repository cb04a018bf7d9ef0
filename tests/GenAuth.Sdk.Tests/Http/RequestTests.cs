using System.Net;
using System.Text.RegularExpressions;

namespace GenAuth.Sdk.Tests.Http;

public class RequestTests
{
    private static readonly Regex UserAgent = new(@"^GenAuth\.Sdk/\d+\.\d+\.\d+[-.\w]* \((\.NET|Mono) \d+[-.\w ]*\)$");
    private static readonly Regex SdkVersion = new(@"^csharp:\d+\.\d+\.\d+[-.\w]*$");

    [Fact]
    public async Task The_documented_request_goes_out_byte_for_byte()
    {
        RecordedRequest request = await SendAsync(new GenAuthRequestOptions());

        Assert.Equal("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100","phoneCountryCode":"+1"}""", request.Body);
        Assert.Equal("POST", request.Method);
        Assert.Equal("https://tenant.example/api/v3/send-sms", request.Address);
        Assert.Equal(
            ["Content-Length: 75", "Content-Type: application/json", "User-Agent: *", "x-genauth-app-id: app-1", "x-genauth-request-from: sdk", "x-genauth-sdk-version: *"],
            request.Headers.Select(h => h is { Key: "User-Agent" or "x-genauth-sdk-version" } ? $"{h.Key}: *" : $"{h.Key}: {h.Value}"));
        Assert.Matches(UserAgent, request.Headers["User-Agent"]);
        Assert.Matches(SdkVersion, request.Headers["x-genauth-sdk-version"]);
    }

    [Fact]
    public async Task Every_request_option_becomes_its_header()
    {
        RecordedRequest request = await SendAsync(new GenAuthRequestOptions
        {
            AccessToken = "t0ken.a-b_c",
            ClientIp = IPAddress.Parse("203.0.113.7"),
            Language = "ja-JP",
        });

        Assert.Equal("Bearer t0ken.a-b_c", request.Headers["Authorization"]);
        Assert.Equal("203.0.113.7", request.Headers["x-real-ip"]);
        Assert.Equal("ja-JP", request.Headers["x-genauth-lang"]);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    public async Task The_callers_address_is_sent_as_the_service_counts_it(string address, string sent) =>
        Assert.Equal(sent, (await SendAsync(new GenAuthRequestOptions { ClientIp = IPAddress.Parse(address) })).Headers["x-real-ip"]);

    [Theory]
    [InlineData("Bearer t0ken")]
    [InlineData("bearer t0ken")]
    public async Task A_token_that_brings_its_scheme_does_not_get_a_second_one(string accessToken) =>
        Assert.Equal("Bearer t0ken", (await SendAsync(new GenAuthRequestOptions { AccessToken = accessToken })).Headers["Authorization"]);

    [Fact]
    public async Task The_clients_language_holds_unless_the_call_has_its_own()
    {
        static void English(GenAuthClientOptions options) => options.Language = "en-US";

        Assert.Equal("en-US", (await SendAsync(null, English)).Headers["x-genauth-lang"]);
        Assert.Equal("en-US", (await SendAsync(new GenAuthRequestOptions { AccessToken = "t0ken" }, English)).Headers["x-genauth-lang"]);
        Assert.Equal("zh-TW", (await SendAsync(new GenAuthRequestOptions { Language = "zh-TW" }, English)).Headers["x-genauth-lang"]);
    }

    [Fact]
    public async Task The_header_prefix_names_the_services_own_headers()
    {
        RecordedRequest request = await SendAsync(null, options =>
        {
            options.HeaderPrefix = "x-authing-";
            options.Language = "en-US";
        });

        Assert.Equal(["x-authing-app-id", "x-authing-lang", "x-authing-request-from", "x-authing-sdk-version"], request.Headers.Keys.Where(name => name.StartsWith("x-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://tenant.example", "https://tenant.example/api/v3/send-sms")]
    [InlineData("https://tenant.example/", "https://tenant.example/api/v3/send-sms")]
    [InlineData("https://tenant.example:8443/apps/one", "https://tenant.example:8443/apps/one/api/v3/send-sms")]
    [InlineData("https://tenant.example/apps/one/", "https://tenant.example/apps/one/api/v3/send-sms")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/api/v3/send-sms")]
    public async Task The_endpoint_is_appended_to_the_host_and_its_path(string appHost, string address) =>
        Assert.Equal(address, (await SendAsync(null, options => options.AppHost = new Uri(appHost))).Address);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("+86", "+86")]
    [InlineData("86", "+86")]
    [InlineData("086", "+86")]
    [InlineData("0086", "+86")]
    [InlineData("+0086", "+86")]
    [InlineData("+1", "+1")]
    public async Task The_country_code_is_brought_to_its_canonical_form_or_left_out(string? given, string? sent)
    {
        using var harness = new Harness();
        RecordedRequest? request = null;
        harness.Answering(async (message, _) => await RecordedRequest.AnswerAsync(message, recorded => request = recorded));

        (await harness.Client.SendSmsAsync(SmsChannel.Login, "5550100", given)).EnsureSuccess();

        string member = sent is null ? "" : $",\"phoneCountryCode\":\"{sent}\"";
        Assert.Equal($$"""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100"{{member}}}""", request!.Body);
    }

    [Fact]
    public async Task Options_changed_after_construction_do_not_reach_the_client()
    {
        using var harness = new Harness();
        RecordedRequest? request = null;
        harness.Answering(async (message, _) => await RecordedRequest.AnswerAsync(message, recorded => request = recorded));
        harness.Options.AppId = "other";
        harness.Options.AppHost = new Uri("https://other.example");
        harness.Options.Retry.MaxRetries = -1;

        (await harness.SendAsync()).EnsureSuccess();

        Assert.Equal("app-1", request!.Headers["x-genauth-app-id"]);
        Assert.StartsWith("https://tenant.example/", request.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_injected_client_is_neither_changed_nor_disposed()
    {
        using var harness = new Harness().Answering(Harness.Body(Harness.Success));
        harness.HttpClient.BaseAddress = new Uri("https://elsewhere.example");

        (await harness.SendAsync()).EnsureSuccess();
        (await harness.SendAsync()).EnsureSuccess();

        Assert.Equal(new Uri("https://elsewhere.example"), harness.HttpClient.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(100), harness.HttpClient.Timeout);
        Assert.Empty(harness.HttpClient.DefaultRequestHeaders);
    }

    private static async Task<RecordedRequest> SendAsync(GenAuthRequestOptions? requestOptions, Action<GenAuthClientOptions>? configure = null)
    {
        using var harness = new Harness(configure);
        RecordedRequest? request = null;
        harness.Answering(async (message, _) => await RecordedRequest.AnswerAsync(message, recorded => request = recorded));

        (await harness.SendAsync(requestOptions)).EnsureSuccess();
        return request!;
    }
}
