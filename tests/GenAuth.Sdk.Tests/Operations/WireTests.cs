using GenAuth.Sdk.Tests.Conventions;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Operations;

/// <summary>Path, body and authorization of every request, as the contract has them.</summary>
public class WireTests
{
    private static readonly string[] TestedElsewhere = ["SendSms", "PreCheckCode", "SignInByPhonePassCode", "SignUpByPhonePassCode"];

    [Fact]
    public void Every_operation_stands_in_the_table_or_has_tests_of_its_own() => Assert.Equal(
        OperationList.Operations.Select(operation => operation.Name).OrderBy(name => name, StringComparer.Ordinal),
        OperationCall.All.Select(call => call.Name).Concat(TestedElsewhere).OrderBy(name => name, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OperationCall.Names), MemberType = typeof(OperationCall))]
    public async Task The_request_is_the_documented_one(string name)
    {
        OperationCall call = OperationCall.Get(name);
        var recorded = new RecordedBody();
        using TestClient client = new TestClient(options => options.AppSecret = "s3cr3t").Returning(recorded.Then(Body(call.Success)));

        GenAuthResponse response = await call.InvokeAsync(client, "at.user", "123456", null);

        Assert.True(response.IsSuccess);
        Assert.Equal((call.Path, call.TakesUser ? "Bearer at.user" : null), (recorded.Path, recorded.Authorization));
        recorded.AssertJson(call.Json.Replace("$", "123456"));
    }

    [Fact]
    public async Task Only_the_new_number_is_sent_where_the_old_one_is_not_asked_for() => await AssertJsonAsync(
        client => client.VerifyUpdatePhoneRequestAsync("at", new PhonePassCode("5550100", "123456")),
        """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"newPhoneNumber":"5550100","newPhonePassCode":"123456"}}""");

    [Fact]
    public async Task No_country_code_is_sent_where_none_was_given()
    {
        await AssertJsonAsync(client => client.BindPhoneAsync("at", "5550100", "123456"), """{"phoneNumber":"5550100","passCode":"123456"}""");
        await AssertJsonAsync(client => client.SendEnrollFactorRequestAsync("at", "5550100"), """{"factorType":"SMS","profile":{"phoneNumber":"5550100"}}""");
        await AssertJsonAsync(
            client => client.VerifyResetPasswordRequestAsync("5550100", "123456"),
            """{"verifyMethod":"PHONE_PASSCODE","phonePassCodePayload":{"phoneNumber":"5550100","passCode":"123456"}}""");
    }

    [Fact]
    public async Task Numbers_and_codes_are_read_as_people_type_them() => await AssertJsonAsync(
        client => client.BindPhoneAsync("at", "+1 (555) 0100", " \u06F1\u06F2\u06F3456 "),
        """{"phoneNumber":"5550100","passCode":"123456","phoneCountryCode":"+1"}""");

    private static async Task AssertJsonAsync(Func<AuthenticationClient, Task> invokeAsync, string json)
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient().Returning(recorded.Then(Status(499)));

        await invokeAsync(client);

        recorded.AssertJson(json);
    }
}
