using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Operations;

/// <summary>The token of the user who asks: a parameter, checked before anything is sent.</summary>
public class UserTokenTests
{
    private static readonly string?[] Unusable = [null, "", " ", "Bearer ", "a b", "a\r\nx-evil: 1", "t\u00F6ken", new string('t', 8193)];

    [Theory]
    [MemberData(nameof(OperationCall.NamesOfUsers), MemberType = typeof(OperationCall))]
    public async Task An_invalid_token_is_refused_without_its_value(string name)
    {
        using TestClient client = new TestClient().Returning(Status(200));

        foreach (string? token in Unusable)
        {
            ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => OperationCall.Get(name).InvokeAsync(client, token!, "123456", null));
            Assert.Equal("accessToken", exception.ParamName);
            Assert.DoesNotContain("x-evil", exception.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, client.Requests);
    }

    [Theory]
    [MemberData(nameof(OperationCall.NamesOfUsers), MemberType = typeof(OperationCall))]
    public async Task A_second_token_among_the_options_is_refused(string name)
    {
        using TestClient client = new TestClient().Returning(Status(200));

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => OperationCall.Get(name).InvokeAsync(client, "at.user", "123456", new GenAuthRequestOptions { AccessToken = "at.other" }));

        Assert.Equal(("requestOptions", 0), (exception.ParamName, client.Requests));
    }

    [Theory]
    [InlineData("at.user")]
    [InlineData("Bearer at.user")]
    [InlineData("bearer at.user")]
    public async Task A_token_may_have_its_scheme_before_it(string token)
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient().Returning(recorded.Then(Status(200)));

        (await client.UnbindPhoneAsync(token, "123456")).EnsureSuccess();

        Assert.Equal("Bearer at.user", recorded.Authorization);
    }

    [Fact]
    public async Task A_token_of_8_KiB_is_sent()
    {
        using TestClient client = new TestClient().Returning(Status(200));

        Assert.True((await client.UnbindPhoneAsync(new string('t', 8192), "123456")).IsSuccess);
    }

    [Theory]
    [MemberData(nameof(OperationCall.Names), MemberType = typeof(OperationCall))]
    public async Task Token_and_secret_are_masked_in_what_a_server_echoes(string name)
    {
        using TestClient client = new TestClient().Returning(Body("<html>at.user, 5559876</html>", 502, "text/html"));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(
            () => OperationCall.Get(name).InvokeAsync(client, "at.user", "5559876", null));

        Assert.Equal(OperationCall.Get(name).TakesUser ? "<html>***, ***</html>" : "<html>at.user, ***</html>", exception.Body);
    }

    [Theory]
    [MemberData(nameof(OperationCall.NamesOfUsers), MemberType = typeof(OperationCall))]
    public async Task Of_300_users_at_once_none_gets_the_token_of_another(string name)
    {
        OperationCall call = OperationCall.Get(name);
        using var handler = new PairingHandler(call.Success);
        using var httpClient = new HttpClient(handler);
        var options = new GenAuthClientOptions
        {
            AppId = "app-1",
            AppHost = new Uri("https://tenant.example"),
            AttemptTimeout = TimeSpan.FromMinutes(2),
            TotalTimeout = TimeSpan.FromMinutes(4),
        };
        var client = new AuthenticationClient(httpClient, options);

        GenAuthResponse[] responses =
            await Task.WhenAll(Enumerable.Range(1000, 300).Select(user => Task.Run(() => call.InvokeAsync(client, $"at-{user}", $"555{user}", null))));

        Assert.All(responses, response => Assert.True(response.IsSuccess));
        Assert.Equal(300, handler.Pairs.Count);
        Assert.All(handler.Pairs, pair => Assert.Contains("\"555" + pair.Authorization.Replace("Bearer at-", "") + "\"", pair.Body, StringComparison.Ordinal));
    }
}
