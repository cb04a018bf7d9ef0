using System.Net;
using System.Text;
using System.Text.Json;

namespace GenAuth.Sdk.IntegrationTests.Emulator.Rest;

public class UsersTests : RestTests
{
    private const string Users = "/api/v1/users";

    [Fact]
    public async Task A_user_that_was_added_is_there()
    {
        RestAnswer added = await AddAsync("""{"phoneNumber":"+44 7700 900123","name":"Ada","email":"ada@example.com"}""");

        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Equal((added["userId"], "+44", "Ada"), (Emulator.Users.Find("7700900123", "+44")!.UserId, added["phoneCountryCode"], added["name"]));
    }

    [Fact]
    public async Task A_user_shows_these_members_only()
    {
        RestAnswer added = await AddAsync("""{"phoneNumber":"+44 7700 900123","name":"Ada","email":"ada@example.com"}""");

        Assert.Equal(
            ["userId", "phoneNumber", "phoneCountryCode", "name", "email", "hasSmsFactor", "createdAt", "loginsCount"],
            added.Json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task A_user_shows_its_factor()
    {
        string accessToken = Emulator.CreateAccessToken(Emulator.Users.Add("5550100"));
        ActionToken factor = (await Client.SendEnrollFactorRequestAsync(accessToken, "5550100")).EnsureSuccess().Data!;
        (await Client.EnrollFactorAsync(accessToken, factor.Value, Emulator.Inbox.Messages[^1].Code)).EnsureSuccess();

        JsonElement user = Assert.Single((await GetAsync(Users)).Json.EnumerateArray());

        Assert.Equal(("5550100", true), (user.GetProperty("phoneNumber").GetString(), user.GetProperty("hasSmsFactor").GetBoolean()));
    }

    [Fact]
    public async Task A_user_shows_nothing_of_its_password()
    {
        Emulator.Users.Add("5550100");
        string code = await SendCodeAsync(channel: SmsChannel.ResetPassword);
        ActionToken reset = (await Client.VerifyResetPasswordRequestAsync("5550100", code)).EnsureSuccess().Data!;
        (await Client.ResetPasswordAsync(reset.Value, "correct horse")).EnsureSuccess();

        JsonElement user = Assert.Single((await GetAsync(Users)).Json.EnumerateArray());

        Assert.DoesNotContain("password", user.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Users_are_found_by_number()
    {
        Emulator.Users.Add("5550100");
        Emulator.Users.Add("5550101");

        JsonElement found = (await GetAsync(Users + "?phoneNumber=555-0101")).Json;

        Assert.Equal("5550101", Assert.Single(found.EnumerateArray()).GetProperty("phoneNumber").GetString());
        Assert.Equal(2, (await GetAsync(Users)).Json.GetArrayLength());
    }

    [Fact]
    public async Task Deleting_removes_all_users()
    {
        Emulator.Users.Add("5550100");
        Emulator.Users.Add("5550101");

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, Users, content: null)).Status);

        Assert.Empty(Emulator.Users.All);
        Assert.Equal(HttpStatusCode.Created, (await AddAsync("""{"phoneNumber":"5550100"}""")).Status);
    }

    [Theory]
    [InlineData("""{"phoneNumber":"5550100"}""")]
    [InlineData("""{"phoneNumber":"abc"}""")]
    [InlineData("""{"phoneNumber":"5550101","phoneCountryCode":"CN"}""")]
    [InlineData("""{"phoneNumber":null}""")]
    [InlineData("""{"phoneNumber":"5550101","password":"s3cret"}""")]
    [InlineData("""{"name":"Ada"}""")]
    public async Task What_is_no_new_user_is_a_problem(string json)
    {
        Emulator.Users.Add("5550100");

        RestAnswer answer = await AddAsync(json);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Single(Emulator.Users.All);
    }

    private Task<RestAnswer> AddAsync(string json) => SendAsync(HttpMethod.Post, Users, new StringContent(json, Encoding.UTF8, "application/json"));
}
