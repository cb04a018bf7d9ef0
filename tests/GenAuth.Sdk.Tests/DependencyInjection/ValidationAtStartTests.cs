using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

using static GenAuth.Sdk.Tests.DependencyInjection.TestHost;

namespace GenAuth.Sdk.Tests.DependencyInjection;

public class ValidationAtStartTests
{
    [Fact]
    public async Task A_host_that_refuses_to_start_names_every_faulty_setting()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["GenAuth:AppHost"] = "not an address", ["GenAuth:Retry:MaxRetries"] = "50", ["GenAuth:a:AppId"] = "x" });
        builder.Services.AddGenAuthClient();
        builder.Services.AddKeyedGenAuthClient("a");
        using IHost host = builder.Build();

        AggregateException exception = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync());

        string[] faults = [.. exception.InnerExceptions.Cast<OptionsValidationException>().SelectMany(e => e.Failures)];
        Assert.Equal(["GenAuth:AppId", "GenAuth:AppHost", "GenAuth:Retry:MaxRetries", "GenAuth:a:AppHost"], faults.Select(fault => fault.Split(' ')[0]));
    }

    [Fact]
    public void Without_a_host_the_first_use_names_the_faults()
    {
        using ServiceProvider services = new ServiceCollection().AddGenAuthClient(_ => { }).Services.BuildServiceProvider();

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(services.GetRequiredService<AuthenticationClient>);

        Assert.Equal(2, exception.Failures.Count());
        Assert.All(exception.Failures, fault => Assert.StartsWith("GenAuthClientOptions.App", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_name_where_the_options_come_from()
    {
        IConfigurationRoot empty = new ConfigurationBuilder().Build();
        using ServiceProvider services = Build(collection =>
        {
            collection.AddGenAuthClient(empty);
            collection.AddKeyedGenAuthClient("section", empty.GetSection("My:Sms"));
            collection.AddKeyedGenAuthClient("code", _ => { });
        });
        var options = services.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>();
        string FirstFault(string name) => Assert.Throws<OptionsValidationException>(() => options.Get(name)).Failures.First();

        Assert.StartsWith("AppId ", FirstFault(""), StringComparison.Ordinal);
        Assert.StartsWith("My:Sms:AppId ", FirstFault("section"), StringComparison.Ordinal);
        Assert.StartsWith("GenAuth:code:AppId ", FirstFault("code"), StringComparison.Ordinal);
        Assert.True(options.Get("of somebody else's") is { AppId: null });
    }

    [Theory]
    [InlineData("https://user:secret@")]
    [InlineData("https://user:secret@ho st")]
    [InlineData("user:secret@tenant.example")]
    [InlineData("https://user:secret@tenant.example")]
    public void The_password_of_a_faulty_address_is_never_quoted(string appHost)
    {
        using ServiceProvider services = Build(collection => collection.AddGenAuthClient(), new() { ["GenAuth:AppId"] = "app-1", ["GenAuth:AppHost"] = appHost });

        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(services.GetRequiredService<AuthenticationClient>);

        Assert.StartsWith("GenAuth:AppHost ", Assert.Single(exception.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }
}
