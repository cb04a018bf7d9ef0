namespace GenAuth.Sdk.Analyzers.Tests;

/// <summary>Responses other than that of a send: every type that is or derives from <c>GenAuthResponse</c>.</summary>
public class OtherResponsesTests
{
    private const string Types = """
        namespace GenAuth.Sdk
        {
            record GenAuthResponse { public GenAuthResponse EnsureSuccess() => this; }
            record GenAuthResponse<T> : GenAuthResponse { public T? Data { get; init; } }
            record PreCheckCodeRespDto : GenAuthResponse
            {
                public bool IsValid { get; init; }
                public new PreCheckCodeRespDto EnsureSuccess() => this;
                public PreCheckCodeRespDto EnsureValid() => this;
            }

            class Operations : AuthenticationClient
            {
                public Task<GenAuthResponse> BindAsync() => Task.FromResult(new GenAuthResponse());
                public Task<GenAuthResponse<string>> SignInAsync() => Task.FromResult(new GenAuthResponse<string>());
                public Task<PreCheckCodeRespDto> CheckAsync() => Task.FromResult(new PreCheckCodeRespDto());
            }
        }
        """;

    [Theory]
    [InlineData("[|await new Operations().BindAsync()|];")]
    [InlineData("[|await new Operations().SignInAsync()|];")]
    [InlineData("var response = [|await new Operations().SignInAsync()|];")]
    [InlineData("[|await new Operations().CheckAsync()|];")]
    public Task A_dropped_response_of_any_operation_is_warned_of(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("[|(await new Operations().CheckAsync()).EnsureSuccess()|];")]
    [InlineData("var response = await new Operations().CheckAsync(); [|response.EnsureSuccess()|];")]
    [InlineData("var response = [|(await new Operations().CheckAsync()).EnsureSuccess()|];")]
    public Task EnsureSuccess_alone_lets_a_wrong_code_pass(string body) => VerifyAsync(body);

    [Theory]
    [InlineData("(await new Operations().BindAsync()).EnsureSuccess();")]
    [InlineData("(await new Operations().CheckAsync()).EnsureValid();")]
    [InlineData("(await new Operations().CheckAsync()).EnsureSuccess().EnsureValid();")]
    [InlineData("if (!(await new Operations().CheckAsync()).EnsureSuccess().IsValid) return;")]
    [InlineData("var response = await new Operations().CheckAsync(); response.EnsureSuccess(); Console.WriteLine(response.IsValid);")]
    public Task A_response_that_somebody_looks_at_is_not(string body) => VerifyAsync(body);

    [Fact]
    public Task The_fix_chains_EnsureValid() =>
        ConsumerSource.VerifyFixAsync("[|await new Operations().CheckAsync()|];", "(await new Operations().CheckAsync()).EnsureValid();", Types);

    private static Task VerifyAsync(string body) => ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>(body, declarations: Types);
}
