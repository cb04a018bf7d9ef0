using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Operations;

/// <summary>A status of 200 whose data says that nothing succeeded.</summary>
public class DeniedSuccessTests
{
    private const string Denied = """{"statusCode":200,"message":"ok","requestId":"r-1","data":{"success":false}}""";

    [Theory]
    [MemberData(nameof(OperationCall.NamesWithoutPromise), MemberType = typeof(OperationCall))]
    public async Task Success_false_has_an_unknown_outcome(string name)
    {
        using TestClient client = new TestClient().Returning(Body(Denied));

        GenAuthResponse response = await OperationCall.Get(name).InvokeAsync(client, "at.user", "123456", null);

        Assert.Equal(
            (false, GenAuthErrorKind.InvalidOperation, RequestOutcome.Unknown, 200, 1),
            (response.IsSuccess, response.ErrorKind, response.Outcome, response.StatusCode, client.Requests));
        GenAuthApiException exception = Assert.Throws<GenAuthApiException>(response.EnsureSuccess);
        Assert.Equal((GenAuthErrorKind.InvalidOperation, RequestOutcome.Unknown, 200), (exception.ErrorKind, exception.Outcome, exception.StatusCode));
        Assert.StartsWith($"GenAuth answered {name} with InvalidOperation (status 200, request id r-1).", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"success":"false"}""")]
    [InlineData("""{"success":"true"}""")]
    [InlineData("""{"success":0}""")]
    [InlineData("""{"success":1}""")]
    [InlineData("""{"success":{}}""")]
    [InlineData("""{"success":true,"success":false}""")]
    public async Task Success_of_any_other_type_is_no_success(string data) => Assert.False((await DeleteAsync(data)).IsSuccess);

    [Theory]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"success":null}""")]
    [InlineData("""{}""")]
    [InlineData("""null""")]
    [InlineData("""[]""")]
    [InlineData("\"false\"")]
    public async Task Data_that_does_not_deny_the_success_is_not_looked_at(string data)
    {
        GenAuthResponse response = await DeleteAsync(data);

        Assert.Equal((true, GenAuthErrorKind.None, RequestOutcome.Processed), (response.EnsureSuccess().IsSuccess, response.ErrorKind, response.Outcome));
    }

    [Fact]
    public async Task A_failure_stays_what_its_status_says()
    {
        using TestClient client = new TestClient().Returning(Body("""{"statusCode":401,"data":{"success":false}}"""));

        GenAuthResponse response = await client.DeleteAccountAsync("at", "t0ken");

        Assert.Equal((GenAuthErrorKind.Unauthorized, RequestOutcome.NotProcessed), (response.ErrorKind, response.Outcome));
    }

    [Fact]
    public async Task What_a_test_double_states_is_computed_from_its_status_alone()
    {
        GenAuthResponse denied = await DeleteAsync("""{"success":false}""");

        Assert.True(new GenAuthResponse { StatusCode = 200 }.EnsureSuccess().IsSuccess);
        Assert.Equal(
            (GenAuthErrorKind.Forbidden, RequestOutcome.NotProcessed),
            ((denied with { StatusCode = 403 }).ErrorKind, (denied with { StatusCode = 403 }).Outcome));
    }

    [Fact]
    public async Task A_denied_success_equals_only_another_one()
    {
        GenAuthResponse denied = await DeleteAsync("""{"success":false}""");

        Assert.Equal(denied, await DeleteAsync("""{"success":0}"""));
        Assert.NotEqual(denied, await DeleteAsync("""{"success":true}"""));
        Assert.Contains("ErrorKind = InvalidOperation, Outcome = Unknown", denied.ToString(), StringComparison.Ordinal);
    }

    private static async Task<GenAuthResponse> DeleteAsync(string data)
    {
        using TestClient client = new TestClient().Returning(Body($$"""{"statusCode":200,"message":"ok","data":{{data}}}"""));
        return await client.DeleteAccountAsync("at", "t0ken");
    }
}
