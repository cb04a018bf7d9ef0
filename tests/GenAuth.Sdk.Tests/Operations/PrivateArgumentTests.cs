using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Operations;

/// <summary>Bounds of what the second step of an operation takes.</summary>
public class PrivateArgumentTests
{
    private static readonly string?[] Unusable = [null, "", "  ", "a\0b", "s3cr3t \uD800", new string('x', 8193)];

    [Fact]
    public async Task An_invalid_token_or_password_is_refused_without_its_value()
    {
        using TestClient client = new TestClient().Returning(Status(200));
        (string Parameter, Func<string, Task> InvokeAsync)[] calls =
        [
            ("updatePhoneToken", value => client.UpdatePhoneAsync("at", value)),
            ("passwordResetToken", value => client.ResetPasswordAsync(value, "password")),
            ("password", value => client.ResetPasswordAsync("t0ken", value)),
            ("enrollmentToken", value => client.EnrollFactorAsync("at", value, "123456")),
            ("passCode", value => client.EnrollFactorAsync("at", "t0ken", value)),
            ("deleteAccountToken", value => client.DeleteAccountAsync("at", value)),
        ];

        foreach ((string parameter, Func<string, Task> invokeAsync) in calls)
        {
            foreach (string? value in Unusable)
            {
                ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => invokeAsync(value!));
                Assert.Equal(parameter, exception.ParamName);
                Assert.DoesNotContain("s3cr3t", exception.ToString(), StringComparison.Ordinal);
            }
        }

        Assert.Equal(0, client.Requests);
    }

    [Fact]
    public async Task A_token_of_8192_and_a_password_of_1024_characters_are_taken()
    {
        using TestClient client = new TestClient().Returning(Status(200));

        Assert.True((await client.ResetPasswordAsync(new string('t', 8192), new string('p', 1024))).IsSuccess);
    }

    [Fact]
    public async Task A_password_of_1025_characters_is_refused()
    {
        using TestClient client = new TestClient().Returning(Status(200));

        Assert.Equal("password", (await Assert.ThrowsAsync<ArgumentException>(() => client.ResetPasswordAsync("t0ken", new string('p', 1025)))).ParamName);
    }

    [Fact]
    public async Task A_password_is_sent_as_it_was_typed()
    {
        var recorded = new RecordedBody();
        using TestClient client = new TestClient().Returning(recorded.Then(Status(200)));

        (await client.ResetPasswordAsync("t0ken", " p\u00E4ss \"w0rd\"\\ \U0001F511 ")).EnsureSuccess();

        recorded.AssertJson("""{"passwordResetToken":"t0ken","password":" p\u00E4ss \"w0rd\"\\ \uD83D\uDD11 "}""");
    }

    [Fact]
    public async Task The_largest_values_are_masked_in_a_page_of_a_mebibyte()
    {
        string token = new('t', 8192), password = new('p', 1024);
        using TestClient client = new TestClient().Returning(Body("<html>" + password + token + new string('x', 1_000_000), 502, "text/html"));

        GenAuthResponseException exception = await Assert.ThrowsAsync<GenAuthResponseException>(() => client.ResetPasswordAsync(token, password));

        Assert.StartsWith("<html>***x", exception.Body, StringComparison.Ordinal);
    }
}
