namespace GenAuth.Sdk.Tests;

public class TestDoubleTests
{
    [Fact]
    public async Task A_method_that_a_double_does_not_override_names_itself()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => new Double().SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal("SendSmsAsync was not set up on this test double.", exception.Message);
    }

    private sealed class Double : AuthenticationClient;
}
