using System.Net;
using System.Text.RegularExpressions;

using RichardSzalay.MockHttp;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Http;

public class RequestTests
{
    private const string Address = "https://tenant.example/api/v3/send-sms";

    private static readonly Regex UserAgent = new(@"^GenAuth\.Sdk/\d+\.\d+\.\d+[-.\w]* \((\.NET|Mono) \d+[-.\w ]*\)$");
    private static readonly Regex SdkVersion = new(@"^csharp:\d+\.\d+\.\d+[-.\w]*$");

    [Fact]
    public async Task The_documented_request_goes_out_byte_for_byte()
    {
        IReadOnlyDictionary<string, string> headers =
            await SendAsync(request => request.WithContent("""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100","phoneCountryCode":"+1"}"""));

        Assert.Equal(
            ["Content-Length: 75", "Content-Type: application/json", "User-Agent: *", "x-genauth-app-id: app-1", "x-genauth-request-from: sdk", "x-genauth-sdk-version: *"],
            headers.Select(h => h is { Key: "User-Agent" or "x-genauth-sdk-version" } ? $"{h.Key}: *" : $"{h.Key}: {h.Value}"));
        Assert.Matches(UserAgent, headers["User-Agent"]);
        Assert.Matches(SdkVersion, headers["x-genauth-sdk-version"]);
    }

    [Fact]
    public Task Every_request_option_becomes_its_header() => SendAsync(
        request => request.WithHeaders("Authorization", "Bearer t0ken.a-b_c").WithHeaders("x-real-ip", "203.0.113.7").WithHeaders("x-genauth-lang", "ja-JP"),
        new GenAuthRequestOptions { AccessToken = "t0ken.a-b_c", ClientIp = IPAddress.Parse("203.0.113.7"), Language = "ja-JP" });

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    public Task The_callers_address_is_sent_as_the_service_counts_it(string address, string sent) =>
        SendAsync(request => request.WithHeaders("x-real-ip", sent), new GenAuthRequestOptions { ClientIp = IPAddress.Parse(address) });

    [Theory]
    [InlineData("Bearer t0ken")]
    [InlineData("bearer t0ken")]
    public Task A_token_that_brings_its_scheme_does_not_get_a_second_one(string accessToken) =>
        SendAsync(request => request.WithHeaders("Authorization", "Bearer t0ken"), new GenAuthRequestOptions { AccessToken = accessToken });

    [Fact]
    public async Task The_clients_language_holds_unless_the_call_has_its_own()
    {
        static void English(GenAuthClientOptions options) => options.Language = "en-US";

        await SendAsync(request => request.WithHeaders("x-genauth-lang", "en-US"), null, English);
        await SendAsync(request => request.WithHeaders("x-genauth-lang", "en-US"), new GenAuthRequestOptions { AccessToken = "t0ken" }, English);
        await SendAsync(request => request.WithHeaders("x-genauth-lang", "zh-TW"), new GenAuthRequestOptions { Language = "zh-TW" }, English);
    }

    [Fact]
    public async Task The_header_prefix_names_the_services_own_headers()
    {
        IReadOnlyDictionary<string, string> headers = await SendAsync(request => request, null, options =>
        {
            options.HeaderPrefix = "x-authing-";
            options.Language = "en-US";
        });

        Assert.Equal(
            ["x-authing-app-id", "x-authing-lang", "x-authing-request-from", "x-authing-sdk-version"],
            headers.Keys.Where(name => name.StartsWith("x-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("https://tenant.example", "https://tenant.example/api/v3/send-sms")]
    [InlineData("https://tenant.example/", "https://tenant.example/api/v3/send-sms")]
    [InlineData("https://tenant.example:8443/apps/one", "https://tenant.example:8443/apps/one/api/v3/send-sms")]
    [InlineData("https://tenant.example/apps/one/", "https://tenant.example/apps/one/api/v3/send-sms")]
    [InlineData("http://127.0.0.1:5000", "http://127.0.0.1:5000/api/v3/send-sms")]
    public Task The_endpoint_is_appended_to_the_host_with_its_path(string appHost, string address) =>
        SendAsync(request => request, null, options => options.AppHost = new Uri(appHost), address);

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
        string member = sent is null ? "" : $",\"phoneCountryCode\":\"{sent}\"";
        using var http = new MockHttpMessageHandler();
        http.Expect(HttpMethod.Post, Address).WithContent($$"""{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100"{{member}}}""").Respond("application/json", Success);
        using var client = new TestClient(http);

        (await client.SendSmsAsync(SmsChannel.Login, "5550100", given)).EnsureSuccess();

        http.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task Options_changed_after_construction_do_not_reach_the_client()
    {
        using var http = new MockHttpMessageHandler();
        http.Expect(HttpMethod.Post, Address).WithHeaders("x-genauth-app-id", "app-1").Respond("application/json", Success);
        using var client = new TestClient(http);
        client.Options.AppId = "other";
        client.Options.AppHost = new Uri("https://other.example");
        client.Options.Retry.MaxRetries = -1;

        (await client.SendAsync()).EnsureSuccess();

        http.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task An_injected_client_is_neither_changed_nor_disposed()
    {
        using var client = new TestClient().Returning(Body(Success));
        client.HttpClient.BaseAddress = new Uri("https://elsewhere.example");

        (await client.SendAsync()).EnsureSuccess();
        (await client.SendAsync()).EnsureSuccess();

        Assert.Equal(new Uri("https://elsewhere.example"), client.HttpClient.BaseAddress);
        Assert.Equal(TimeSpan.FromSeconds(100), client.HttpClient.Timeout);
        Assert.Empty(client.HttpClient.DefaultRequestHeaders);
    }

    /// <summary>Sends where one expected request is answered and no other, and returns the headers of that request.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> SendAsync(
        Func<MockedRequest, MockedRequest> expect, GenAuthRequestOptions? requestOptions = null, Action<GenAuthClientOptions>? configure = null, string address = Address)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        using var http = new MockHttpMessageHandler();
        expect(http.Expect(HttpMethod.Post, "*"))
            .With(request => request.RequestUri!.AbsoluteUri == address && request.Content!.Headers.ContentLength is not null)
            .With(request => request.Headers.All(header => header.Key == "User-Agent" || header.Value.Count() == 1))
            .Respond(request =>
            {
                foreach (KeyValuePair<string, IEnumerable<string>> header in request.Headers.Concat(request.Content!.Headers))
                    headers.Add(header.Key, string.Join(" ", header.Value));
                return new HttpResponseMessage { Content = new StringContent(Success) };
            });
        using var client = new TestClient(http, configure);

        (await client.SendAsync(requestOptions)).EnsureSuccess();

        http.VerifyNoOutstandingExpectation();
        return headers;
    }
}
