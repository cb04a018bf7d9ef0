using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Wrong options stop the start, all at once.</summary>
public class OptionsTests
{
    [Fact]
    public async Task All_errors_are_said_at_once_when_the_application_starts()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => PhoneApp.StartAsync(options =>
        {
            options.SignInScheme = "nobody";
            options.DefaultCountryCode = "CN";
            options.AllowedCountryCodes = [];
            options.ExcludedCountryCodes = ["1876"];
            options.Scope = "profile";
            options.IdTokenAlgorithm = IdTokenAlgorithm.HS256;
            options.WhenLimiterFails = (LimiterFailureMode)7;
            options.MaxConcurrentCalls = 0;
            options.PartitionKeySecret = "c2hvcnQ=";
            options.SendsPerNumber.PermitLimit = 0;
            options.TriesPerAddress.Window = TimeSpan.Zero;
        }));

        string[] named = ["SignInScheme", "DefaultCountryCode", "AllowedCountryCodes", "ExcludedCountryCodes", "Scope", "IdTokenAlgorithm", "WhenLimiterFails", "MaxConcurrentCalls", "PartitionKeySecret", "SendsPerNumber:PermitLimit", "TriesPerAddress:Window"];
        Assert.Equal(named.Length, failure.Failures.Count());
        Assert.All(named, name => Assert.Contains(failure.Failures, error => error.Contains(name, StringComparison.Ordinal)));
        Assert.DoesNotContain("c2hvcnQ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_limiter_needs_a_secret()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => PhoneApp.StartAsync(options => options.SendsPerNumber.Limiter = new ScriptedLimiter()));

        Assert.Contains("PartitionKeySecret", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replaced_limiter_takes_the_secret_of_the_application()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(
            options => options.SendsPerNumber.Limiter = new ScriptedLimiter(),
            configureClient: client => client.AppSecret = "a secret");

        using Browser browser = app.OpenBrowser();
        Assert.Equal(202, (await browser.AskForCodeAsync("5550100")).Status);
    }

    [Fact]
    public async Task An_application_without_client_and_scheme_does_not_start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication();
        builder.Services.AddGenAuthPhoneSignIn();
        await using WebApplication app = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, failure.Failures.Count());
        Assert.Contains("AddGenAuthClient()", failure.Message, StringComparison.Ordinal);
        Assert.Contains("AddCookie()", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_what_was_not_registered_says_so()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        await using WebApplication app = builder.Build();

        Assert.Contains("AddGenAuthPhoneSignIn", Assert.Throws<InvalidOperationException>(() => app.MapGenAuthPhoneSignIn("/phone")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("0123456789012345678901234567890123")]
    public void A_name_that_no_cookie_can_have_is_refused(string name) =>
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new ServiceCollection().AddGenAuthPhoneSignIn(name)).ParamName);
}
