namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>A call that would succeed.</summary>
/// <param name="Secret">What it sends that nobody may read: a code, a token or a number.</param>
/// <param name="InvokeAsync">Makes the call, any number of times.</param>
internal sealed record PreparedCall(string Secret, Func<Task<GenAuthResponse>> InvokeAsync)
{
    /// <summary>Makes the call and says what the caller is told.</summary>
    public async Task<(RequestOutcome Outcome, GenAuthException? Failure)> RunAsync()
    {
        try
        {
            GenAuthResponse response = await InvokeAsync();
            return (response.Outcome, response.IsSuccess ? null : Assert.Throws<GenAuthApiException>(response.EnsureSuccess));
        }
        catch (GenAuthException exception) when (exception is not GenAuthApiException)
        {
            return (exception.Outcome, exception);
        }
    }
}
