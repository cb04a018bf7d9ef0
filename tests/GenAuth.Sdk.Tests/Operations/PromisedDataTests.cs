using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Operations;

/// <summary>What a first step promises: the token for the second.</summary>
public class PromisedDataTests
{
    public static TheoryData<string, string> Incomplete
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (OperationCall call in OperationCall.All.Where(call => call.Promise is not null))
            {
                foreach (string data in (string[])["null", "{}", "[]", "\"t\"", """{"success":false}""", """{"success":true}""", """{"$":""}""", """{"$":7}""", """{"$":null}""", """{"token":"t"}"""])
                    rows.Add(call.Name, data.Replace("$", call.Promise));
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task A_success_without_the_token_is_none(string name, string data)
    {
        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => InvokeAsync(name, $$"""{"statusCode":200,"data":{{data}}}"""));

        Assert.Equal((RequestOutcome.Processed, 1, name), (exception.Outcome, exception.Attempts, exception.Operation));
    }

    [Theory]
    [MemberData(nameof(OperationCall.NamesWithPromise), MemberType = typeof(OperationCall))]
    public async Task The_token_is_read(string name)
    {
        var response = (GenAuthResponse<ActionToken>)await InvokeAsync(name, OperationCall.Get(name).Success);

        ActionToken token = response.EnsureSuccess().Data!;
        Assert.Equal(("s3cr3t-t0ken", TimeSpan.FromMinutes(5)), (token.Value, token.ExpiresIn));
    }

    [Theory]
    [MemberData(nameof(OperationCall.NamesWithPromise), MemberType = typeof(OperationCall))]
    public async Task The_token_is_never_printed(string name)
    {
        var response = (GenAuthResponse<ActionToken>)await InvokeAsync(name, OperationCall.Get(name).Success);

        Assert.Equal("ActionToken { ExpiresIn = 00:05:00 }", response.EnsureSuccess().Data!.ToString());
        Assert.DoesNotContain("s3cr3t", response.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_does_not_say_how_long_it_is_good_is_a_token()
    {
        var response = (GenAuthResponse<ActionToken>)await InvokeAsync("SendEnrollFactorRequest", """{"statusCode":200,"data":{"enrollmentToken":"t0ken"}}""");

        Assert.Equal(("t0ken", null), (response.EnsureSuccess().Data!.Value, response.Data!.ExpiresIn));
    }

    [Theory]
    [MemberData(nameof(OperationCall.NamesWithPromise), MemberType = typeof(OperationCall))]
    public async Task A_refusal_has_no_token(string name)
    {
        var response = (GenAuthResponse<ActionToken>)await InvokeAsync(name, """{"statusCode":499,"apiCode":2001,"data":{"updatePhoneToken":"t"}}""");

        Assert.Equal((false, null), (response.IsSuccess, response.Data));
    }

    private static async Task<GenAuthResponse> InvokeAsync(string name, string answer)
    {
        using TestClient client = new TestClient().Returning(Body(answer));
        return await OperationCall.Get(name).InvokeAsync(client, "at.user", "123456", null);
    }
}
