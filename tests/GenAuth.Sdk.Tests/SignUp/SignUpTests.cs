using System.Net;
using System.Text.Json.Nodes;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.SignUp;

public class SignUpTests
{
    private const string User = """{"statusCode":200,"data":{"userId":"u-1","phone":"5550100","phoneCountryCode":"+1","phoneVerified":true,"loginsCount":0,"name":"Ada Lovelace","email":null,"customData":{"plan":1}}}""";

    [Fact]
    public async Task The_documented_request_has_no_credentials()
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient(options => options.AppSecret = "s3cr3t").Returning(recorded.Then(Body(User)));
        var profile = new SignUpProfile
        {
            Name = "Ada Lovelace",
            Nickname = "Ada",
            Username = "ada",
            Email = "ada@example.com",
            Photo = "https://example.com/ada.png",
            CustomData = new JsonObject { ["plan"] = 1 },
        };

        var requestOptions = new GenAuthRequestOptions { ClientIp = IPAddress.Parse("::ffff:203.0.113.7") };
        (await client.SignUpByPhonePassCodeAsync("5550100", "123456", "+1", profile, requestOptions)).EnsureSuccess();

        Assert.Equal("/api/v3/signup", recorded.Path);
        recorded.AssertJson("""
            {"connection":"PASSCODE","passCodePayload":{"phone":"5550100","passCode":"123456","phoneCountryCode":"+1"},
             "profile":{"name":"Ada Lovelace","nickname":"Ada","username":"ada","email":"ada@example.com","photo":"https://example.com/ada.png","customData":{"plan":1}},
             "options":{"clientIp":"203.0.113.7"}}
            """);
        Assert.Null(recorded.Authorization);
    }

    [Fact]
    public async Task The_smallest_request_has_the_code_alone()
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient().Returning(recorded.Then(Body(User)));

        (await client.SignUpByPhonePassCodeAsync("5550100", "123456")).EnsureSuccess();

        recorded.AssertJson("""{"connection":"PASSCODE","passCodePayload":{"phone":"5550100","passCode":"123456"}}""");
    }

    [Fact]
    public async Task The_user_is_read()
    {
        GenAuthUser user = (await SignUpAsync(Body(User))).EnsureSuccess().Data!;

        Assert.Equal(
            ("u-1", "5550100", "+1", true, 0, "Ada Lovelace"),
            (user.UserId, user.Phone, user.PhoneCountryCode, user.PhoneVerified, user.LoginsCount, user.Name));
        Assert.Null(user.Email);
        Assert.Equal(["customData"], user.Other!.Keys);
        Assert.Equal(1, user.Other["customData"].GetProperty("plan").GetInt32());
    }

    [Fact]
    public async Task A_member_of_an_unexpected_type_stands_with_the_others()
    {
        GenAuthUser user = (await SignUpAsync(Body("""{"statusCode":200,"data":{"userId":"u-1","phone":5550100,"phoneVerified":"yes","loginsCount":1.5,"name":"\ud800"}}"""))).EnsureSuccess().Data!;

        Assert.Null(user.Phone);
        Assert.Null(user.PhoneVerified);
        Assert.Null(user.LoginsCount);
        Assert.Equal(["loginsCount", "phone", "phoneVerified"], user.Other!.Keys.OrderBy(key => key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_member_with_an_unreadable_name_does_not_fail_the_call()
    {
        GenAuthUser user = (await SignUpAsync(Body("""{"statusCode":200,"data":{"userId":"u-1","\ud800":1,"more":2}}"""))).EnsureSuccess().Data!;

        Assert.Equal(["more"], user.Other!.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","data":null""")]
    [InlineData(""","data":{"userId":""}""")]
    [InlineData(""","data":{"userId":7}""")]
    [InlineData(""","data":{"success":false}""")]
    public async Task A_success_without_the_users_id_is_none(string data)
    {
        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => SignUpAsync(Body($$"""{"statusCode":200{{data}}}""")));

        Assert.Equal((RequestOutcome.Processed, 1), (exception.Outcome, exception.Attempts));
    }

    [Fact]
    public async Task A_sign_up_with_an_unknown_outcome_is_never_repeated()
    {
        using TestClient client = new TestClient(options => options.Retry.RetryUnknownOutcomes = true).Returning(FailAfterSending(new IOException("reset")));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SignUpByPhonePassCodeAsync("5550100", "123456"));

        Assert.Equal((RequestOutcome.Unknown, 1), (exception.Outcome, client.Requests));
        Assert.Contains("An account may have been created", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_profile_is_masked_in_what_a_server_echoes()
    {
        using TestClient client = new TestClient().Returning(Body("<html>Ada Lovelace, 123456</html>", 502, "text/html"));
        var profile = new SignUpProfile { Name = "Ada Lovelace" };

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(
            () => client.SignUpByPhonePassCodeAsync("5550100", "123456", profile: profile));

        Assert.Equal("<html>***, ***</html>", exception.Body);
    }

    [Fact]
    public async Task The_profile_is_never_printed() =>
        Assert.Equal("GenAuthUser { UserId = u-1 }", (await SignUpAsync(Body(User))).EnsureSuccess().Data!.ToString());

    private static async Task<GenAuthResponse<GenAuthUser>> SignUpAsync(Step step)
    {
        using TestClient client = new TestClient().Returning(step);
        return await client.SignUpByPhonePassCodeAsync("5550100", "123456");
    }
}
