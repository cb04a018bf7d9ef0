using System.Net;
using System.Text;
using System.Text.Json.Nodes;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.SignIn;

public class SignInTests
{
    private const string Code = "123456";
    private const string Tokens = """{"statusCode":200,"message":"ok","data":{"access_token":"at.secret","id_token":"it.secret","refresh_token":"rt.secret","token_type":"Bearer","scope":"openid profile","expires_in":7200}}""";

    [Fact]
    public async Task The_request_is_the_documented_one()
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient().Returning(recorded.Then(Body(Tokens)));

        (await client.SignInByPhonePassCodeAsync("+86 188 0000 8888", Code)).EnsureSuccess();

        Assert.Equal("/api/v3/signin", recorded.Path);
        recorded.AssertJson("""{"connection":"PASSCODE","passCodePayload":{"phone":"18800008888","passCode":"123456","phoneCountryCode":"+86"}}""");
        Assert.Null(recorded.Authorization);
    }

    [Fact]
    public async Task Options_and_the_clients_address_go_into_the_body()
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient().Returning(recorded.Then(Body(Tokens)));
        var options = new SignInOptions
        {
            Scope = "openid offline_access",
            AutoRegister = true,
            TenantId = "t-1",
            Context = new JsonObject { ["source"] = "app" },
            CustomData = new JsonObject { ["plan"] = 1 },
        };

        var requestOptions = new GenAuthRequestOptions { ClientIp = IPAddress.Parse("203.0.113.7") };
        (await client.SignInByPhonePassCodeAsync("5550100", Code, "+1", options, requestOptions)).EnsureSuccess();

        recorded.AssertJson("""
            {"connection":"PASSCODE","passCodePayload":{"phone":"5550100","passCode":"123456","phoneCountryCode":"+1"},
             "options":{"scope":"openid offline_access","autoRegister":true,"tenantId":"t-1","context":{"source":"app"},"customData":{"plan":1},"clientIp":"203.0.113.7"}}
            """);
    }

    [Fact]
    public async Task The_tokens_are_read()
    {
        LoginTokens tokens = (await SignInAsync(Body(Tokens))).EnsureSuccess().Data!;

        Assert.Equal(
            ("at.secret", "it.secret", "rt.secret", "Bearer", "openid profile"),
            (tokens.AccessToken, tokens.IdToken, tokens.RefreshToken, tokens.TokenType, tokens.Scope));
        Assert.Equal(TimeSpan.FromHours(2), tokens.ExpiresIn);
    }

    [Theory]
    [InlineData("""{"access_token":"a","expire_in":60}""", 60)]
    [InlineData("""{"id_token":"a","expires_in":"60.0","expire_in":1}""", 60)]
    [InlineData("""{"id_token":"a","access_token":7,"expires_in":-1,"more":{"x":[]}}""", null)]
    [InlineData("""{"access_token":"a","expires_in":true}""", null)]
    [InlineData("""{"\ud800":1,"access_\u0074oken":"a","expires\ud800":1}""", null)]
    public async Task What_a_deployment_may_answer_is_read(string data, int? seconds)
    {
        GenAuthResponse<LoginTokens> response = await SignInAsync(Body($$"""{"statusCode":200,"data":{{data}}}"""));

        Assert.Equal(seconds, (int?)response.EnsureSuccess().Data!.ExpiresIn?.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","data":null""")]
    [InlineData(""","data":{}""")]
    [InlineData(""","data":["a"]""")]
    [InlineData(""","data":{"success":false}""")]
    [InlineData(""","data":{"access_token":""}""")]
    [InlineData(""","data":{"access_token":null,"id_token":1}""")]
    public async Task A_success_without_a_token_is_none(string data)
    {
        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => SignInAsync(Body($$"""{"statusCode":200{{data}}}""")));

        Assert.Equal((RequestOutcome.Processed, 1), (exception.Outcome, exception.Attempts));
        Assert.EndsWith("The code was used, but nobody is signed in: ask for a new one.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2001, GenAuthErrorKind.InvalidCode, RequestOutcome.NotProcessed)]
    [InlineData(2300, GenAuthErrorKind.InvalidCode, RequestOutcome.NotProcessed)]
    [InlineData(2004, GenAuthErrorKind.InvalidOperation, RequestOutcome.NotProcessed)]
    [InlineData(1635, GenAuthErrorKind.InvalidOperation, RequestOutcome.Unknown)]
    [InlineData(1636, GenAuthErrorKind.InvalidOperation, RequestOutcome.Unknown)]
    [InlineData(1639, GenAuthErrorKind.InvalidOperation, RequestOutcome.Unknown)]
    [InlineData(1642, GenAuthErrorKind.InvalidOperation, RequestOutcome.Unknown)]
    public async Task A_refusal_is_returned_without_data(int apiCode, GenAuthErrorKind kind, RequestOutcome outcome)
    {
        GenAuthResponse<LoginTokens> response = await SignInAsync(Status(499, apiCode));

        Assert.Equal((false, kind, outcome), (response.IsSuccess, response.ErrorKind, response.Outcome));
        Assert.Null(response.Data);
    }

    [Fact]
    public async Task An_unknown_outcome_is_never_repeated_even_where_sends_are()
    {
        using TestClient client = new TestClient(options => options.Retry.RetryUnknownOutcomes = true).Returning(FailAfterSending(new IOException("reset")));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SignInByPhonePassCodeAsync("5550100", Code));

        Assert.Equal((RequestOutcome.Unknown, 1, 1), (exception.Outcome, exception.Attempts, client.Requests));
        Assert.EndsWith("to SignInByPhonePassCode. The code may have been used: ask for a new one.", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.ResendAfter);
    }

    [Fact]
    public async Task A_secret_is_posted_by_default()
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient(options => options.AppSecret = "s3cr3t").Returning(recorded.Then(Body(Tokens)));

        (await client.SignInByPhonePassCodeAsync("5550100", Code)).EnsureSuccess();

        recorded.AssertJson("""{"connection":"PASSCODE","passCodePayload":{"phone":"5550100","passCode":"123456"},"client_id":"app-1","client_secret":"s3cr3t"}""");
        Assert.Null(recorded.Authorization);
    }

    [Theory]
    [InlineData("app-1", "s3cr3t", "app-1:s3cr3t")]
    [InlineData("a:b", "p+q %/ä", "a%3Ab:p%2Bq+%25%2F%C3%A4")]
    public async Task Basic_form_encodes_both_parts_first(string appId, string secret, string credentials)
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient(options =>
        {
            options.AppId = appId;
            options.AppSecret = secret;
            options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic;
        }).Returning(recorded.Then(Body(Tokens)));

        (await client.SignInByPhonePassCodeAsync("5550100", Code)).EnsureSuccess();

        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)), recorded.Authorization);
        recorded.AssertJson("""{"connection":"PASSCODE","passCodePayload":{"phone":"5550100","passCode":"123456"}}""");
    }

    [Fact]
    public async Task A_users_token_beside_basic_credentials_is_refused()
    {
        using TestClient client = new TestClient(options =>
        {
            options.AppSecret = "s3cr3t";
            options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic;
        }).Returning(Body(Tokens));

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => client.SignInByPhonePassCodeAsync("5550100", Code, requestOptions: new GenAuthRequestOptions { AccessToken = "t" }));

        Assert.Equal(("requestOptions", 0), (exception.ParamName, client.Requests));
    }

    [Fact]
    public async Task Other_operations_send_no_secret()
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient(options => options.AppSecret = "s3cr3t").Returning(recorded.Then(Body(Success)));

        (await client.SendAsync()).EnsureSuccess();

        Assert.DoesNotContain("s3cr3t", recorded.Json, StringComparison.Ordinal);
        Assert.Null(recorded.Authorization);
    }

    [Fact]
    public async Task A_body_beyond_64_KiB_is_refused_by_the_name_of_the_unbounded_parameter()
    {
        using TestClient client = new TestClient().Returning(Body(Tokens));
        var options = new SignInOptions { Context = new JsonObject { ["x"] = new string('x', 70_000) } };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() => client.SignInByPhonePassCodeAsync("5550100", Code, signInOptions: options));

        Assert.Equal(("signInOptions", 0), (exception.ParamName, client.Requests));
        Assert.True((await client.SignInByPhonePassCodeAsync("5550100", Code)).IsSuccess);
    }

    [Fact]
    public async Task Nothing_private_is_printed()
    {
        GenAuthResponse<LoginTokens> response = (await SignInAsync(Body(Tokens))).EnsureSuccess();

        Assert.Equal("LoginTokens { TokenType = Bearer, Scope = openid profile, ExpiresIn = 02:00:00 }", response.Data!.ToString());
        Assert.DoesNotContain("secret", response.ToString(), StringComparison.Ordinal);
    }

    private static async Task<GenAuthResponse<LoginTokens>> SignInAsync(Step step)
    {
        using TestClient client = new TestClient().Returning(step);
        return await client.SignInByPhonePassCodeAsync("5550100", Code);
    }
}
