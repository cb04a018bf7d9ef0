using System.Text;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>What is peculiar to each of the vendor's own clients, with the requests that they were seen to send.</summary>
public abstract class OfficialClientTests : WireTests
{
    private const string Body = """{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100"}""";

    private protected OfficialClientTests(bool sockets)
        : base(sockets)
    {
    }

    protected override void Configure(GenAuthEmulatorOptions options)
    {
        options.AppId = "APPID";
        options.UserPoolId = "POOL";
        options.ResendWindow = TimeSpan.Zero;
    }

    [Fact]
    public async Task GenAuth_node_sends_a_raw_token_under_the_new_prefix()
    {
        Assert.Equal(200, await PostAsync("/api/v3/send-sms", Body, ("x-genauth-app-id", "APPID"), ("authorization", "ACCESSTOKEN")));

        Assert.Equal("ACCESSTOKEN", Assert.Single(Emulator.Inbox.Messages).AccessToken);
    }

    [Fact]
    public async Task Authing_node_with_a_secret_sends_basic_credentials_where_a_token_would_be()
    {
        Assert.Equal(200, await PostAsync("/api/v3/send-sms", Body, ("x-authing-app-id", "APPID"), ("authorization", "Basic QVBQSUQ6U0VDUkVU")));

        Assert.Null(Assert.Single(Emulator.Inbox.Messages).AccessToken);
    }

    [Fact]
    public async Task CSharp_writes_Bearer_before_anything_even_a_stale_token()
    {
        (string Name, string Value)[] headers = [("x-authing-sdk-version", "authing-csharp-sdk:3.2.5.0"), ("x-authing-app-id", "APPID"), ("x-authing-lang", "zh-CN")];
        const string PreCheck = """{"codeType":"SMS","smsCodePayload":{"phone":"5550100","passCode":"123456","phoneCountryCode":"+86","channel":"CHANNEL_LOGIN"}}""";

        Assert.Equal(200, await PostAsync("/api/v3/send-sms", Body, [("Authorization", "Bearer TOKEN-A"), .. headers]));
        Assert.Equal(200, await PostAsync("/api/v3/send-sms", Body, [("Authorization", "Bearer Basic QVBQSUQ6U0VDUkVU"), .. headers]));
        Assert.Equal(200, await PostAsync("/api/v3/pre-check-code", PreCheck, [("Authorization", "Bearer TOKEN-A"), .. headers]));

        Assert.Equal(["TOKEN-A", null], Emulator.Inbox.Messages.Select(message => message.AccessToken));
    }

    [Fact]
    public async Task Python_sends_null_members_below_a_base_with_a_slash()
    {
        const string NullMember = """{"channel": "CHANNEL_LOGIN", "phoneNumber": "5550100", "phoneCountryCode": null}""";
        (string Name, string Value)[] headers =
            [("x-authing-request-from", "sdk"), ("x-authing-app-id", "APPID"), ("x-authing-lang", "en-US"), ("x-real-ip", "192.0.2.7")];

        Assert.Equal(200, await PostAsync("//api/v3/send-sms", NullMember, headers));

        SmsMessage message = Assert.Single(Emulator.Inbox.Messages);
        Assert.Equal(("+86", "192.0.2.7", "en-US"), (message.PhoneCountryCode, message.ClientIp, message.Language));
    }

    [Fact]
    public async Task Java_sends_an_upper_case_charset_below_a_base_with_a_slash()
    {
        const string CountryCode = """{"channel":"CHANNEL_LOGIN","phoneNumber":"5550100","phoneCountryCode":"+86"}""";
        (string Name, string Value)[] headers = [("authorization", "Bearer ACCESSTOKEN"), ("x-authing-request-from", "java-sdk"), ("x-authing-app-id", "APPID")];

        Assert.Equal(200, await PostAsync("//api/v3/send-sms", CountryCode, headers));

        Assert.Equal("ACCESSTOKEN", Assert.Single(Emulator.Inbox.Messages).AccessToken);
    }

    [Fact]
    public async Task PHP_sends_a_raw_token_below_a_base_with_a_slash()
    {
        Assert.Equal(200, await PostAsync("//api/v3/send-sms", Body, ("x-authing-request-from", "SDK"), ("x-authing-app-id", "APPID"), ("authorization", "ACCESSTOKEN")));

        Assert.Equal("ACCESSTOKEN", Assert.Single(Emulator.Inbox.Messages).AccessToken);
    }

    [Fact]
    public async Task Go_sends_empty_siblings_after_a_check_of_its_secret()
    {
        (string Name, string Value)[] headers = [("X-Authing-Sdk-Version", "authing-golang-sdk:3.0.15"), ("X-Authing-App-Id", "APPID"), ("Authorization", "ACCESSTOKEN")];
        const string PreCheck = """{"codeType":"SMS","smsCodePayload":{"phone":"5550100","passCode":"123456","channel":"CHANNEL_LOGIN"},"emailCodePayload":{"email":"","passCode":"","channel":""}}""";

        WireAnswer check = await Wire.SendAsync(HttpMethod.Post, "/api/v3/check-app-id-secret", """{"appId":"APPID","appSecret":"SECRET"}""", headers);

        Assert.Equal("""{"valid":true}""", check.Data);
        Assert.Equal(200, await PostAsync("/api/v3/send-sms", Body, headers));
        Assert.Equal(200, await PostAsync("/api/v3/pre-check-code", PreCheck, headers));
    }

    [Fact]
    public async Task The_MFA_component_asks_from_a_page_before_it_sends()
    {
        const string Names = "content-type,x-authing-app-id,x-authing-lang,x-authing-userpool-id";
        const string Origin = "http://localhost:3000";

        using HttpResponseMessage preflight = await Wire.SendAsync(
            HttpMethod.Options, "/api/v3/send-sms", content: null, ("Origin", Origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", Names));
        int status = await PostAsync(
            "/api/v3/send-sms",
            """{"phoneNumber":"5550100","channel":"CHANNEL_VERIFY_MFA"}""",
            ("Origin", Origin), ("x-authing-lang", "en-US"), ("x-authing-app-id", "APPID"), ("x-authing-userpool-id", "ANOTHER-POOL"));

        Assert.True(preflight.IsSuccessStatusCode);
        Assert.Equal(Names, preflight.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.Equal(200, status);
    }

    [Fact]
    public async Task The_mini_program_reaches_the_application_by_its_user_pool()
    {
        const string CountryCode = """{"channel":"CHANNEL_LOGIN","phoneNumber":"66001","phoneCountryCode":"+86"}""";

        Assert.Equal(200, await PostAsync("/api/v3/send-sms", CountryCode, ("x-authing-userpool-id", "POOL"), ("x-authing-request-from", "sdk-miniapp")));
        Assert.Equal(499, await PostAsync("/api/v3/send-sms", CountryCode, ("x-authing-userpool-id", "ANOTHER-POOL"), ("x-authing-request-from", "sdk-miniapp")));

        SmsMessage message = Assert.Single(Emulator.Inbox.Messages);
        Assert.Equal("APPID", message.AppId);
        Assert.True(Emulator.Redeem(SmsChannel.Login, "66001", message.Code));
    }

    private async Task<int> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json;charset=UTF-8");
        using HttpResponseMessage response = await Wire.SendAsync(HttpMethod.Post, path, content, headers);
        using var json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return json.RootElement.GetProperty("statusCode").GetInt32();
    }

    public sealed class OverSockets() : OfficialClientTests(sockets: true);

    public sealed class InMemory() : OfficialClientTests(sockets: false);
}
