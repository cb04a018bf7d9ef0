using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

using static GenAuth.Sdk.Tests.DependencyInjection.TestHost;

namespace GenAuth.Sdk.Tests.DependencyInjection;

public class OptionsFromConfigurationTests
{
    [Fact]
    public void The_section_GenAuth_is_bound_with_everything_in_it()
    {
        using ServiceProvider services = Build(collection => collection.AddGenAuthClient(), new()
        {
            ["GenAuth:AppId"] = "bound",
            ["GenAuth:AppHost"] = "https://private.example/apps/1",
            ["GenAuth:AppSecret"] = "s3cret",
            ["GenAuth:TokenEndpointAuthMethod"] = "clientSecretBasic",
            ["GenAuth:AllowInsecureHttp"] = "true",
            ["GenAuth:Language"] = "ja-JP",
            ["GenAuth:HeaderPrefix"] = "x-authing-",
            ["GenAuth:AttemptTimeout"] = "00:00:05",
            ["GenAuth:TotalTimeout"] = "00:00:20",
            ["GenAuth:Retry:MaxRetries"] = "1",
            ["GenAuth:Retry:BaseDelay"] = "00:00:01",
            ["GenAuth:Retry:MaxDelay"] = "00:00:02",
            ["GenAuth:Retry:RetryUnknownOutcomes"] = "true",
        });

        GenAuthClientOptions options = services.GetRequiredService<IOptions<GenAuthClientOptions>>().Value;

        Assert.Equal("bound", options.AppId);
        Assert.Equal(new Uri("https://private.example/apps/1"), options.AppHost);
        Assert.Equal("s3cret", options.AppSecret);
        Assert.Equal(TokenEndpointAuthMethod.ClientSecretBasic, options.TokenEndpointAuthMethod);
        Assert.True(options.AllowInsecureHttp);
        Assert.Equal("ja-JP", options.Language);
        Assert.Equal("x-authing-", options.HeaderPrefix);
        Assert.Equal(TimeSpan.FromSeconds(5), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(20), options.TotalTimeout);
        Assert.Equal(1, options.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(1), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Retry.MaxDelay);
        Assert.True(options.Retry.RetryUnknownOutcomes);
        Assert.NotNull(services.GetRequiredService<AuthenticationClient>());
    }

    [Fact]
    public void Sections_of_the_callers_choice_and_of_keyed_clients_are_bound()
    {
        Dictionary<string, string?> settings = new()
        {
            ["GenAuth:a:AppId"] = "app-a",
            ["Sms:AppId"] = "app-sms",
            ["Sms2:AppId"] = "app-sms2",
        };
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using ServiceProvider services = Build(
            collection =>
            {
                collection.AddKeyedGenAuthClient("a").Services.PostConfigureAll<GenAuthClientOptions>(options => options.AppHost = new Uri("https://tenant.example"));
                collection.AddGenAuthClient(configuration.GetSection("Sms"));
                collection.AddKeyedGenAuthClient("b", configuration.GetSection("Sms2"));
            },
            settings);
        var options = services.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>();

        Assert.Equal("app-a", options.Get("a").AppId);
        Assert.Equal("app-sms", options.CurrentValue.AppId);
        Assert.Equal("app-sms2", options.Get("b").AppId);
    }

    [Fact]
    public void A_client_configured_in_code_reads_its_section_before_all_delegates()
    {
        using ServiceProvider services = Build(
            collection =>
            {
                collection.Configure<GenAuthClientOptions>("forum", options => options.Language = "ja-JP");
                collection.AddGenAuthClient(options => options.AppId += "!");
                collection.AddKeyedGenAuthClient("forum", options => options.AppId = "forum-app");
            },
            new()
            {
                ["GenAuth:AppId"] = "app",
                ["GenAuth:AppHost"] = "https://tenant.example",
                ["GenAuth:forum:AppId"] = "overridden",
                ["GenAuth:forum:AppHost"] = "https://forum.example",
                ["GenAuth:forum:Language"] = "en-US",
            });
        var options = services.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>();

        Assert.Equal(("app!", "tenant.example"), (options.CurrentValue.AppId, options.CurrentValue.AppHost!.Host));
        Assert.Equal(("forum-app", "forum.example", "ja-JP"), (options.Get("forum").AppId, options.Get("forum").AppHost!.Host, options.Get("forum").Language));
        Assert.NotNull(services.GetRequiredKeyedService<AuthenticationClient>("forum"));
    }

    [Fact]
    public void The_section_is_bound_once_however_often_a_client_is_registered()
    {
        using ServiceProvider services = Build(
            collection =>
            {
                collection.AddGenAuthClient(options => options.Language = "en-US");
                collection.AddGenAuthClient();
            },
            new() { ["GenAuth:AppId"] = "app", ["GenAuth:AppHost"] = "https://tenant.example", ["GenAuth:Language"] = "ja-JP" });

        Assert.Equal("en-US", services.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>().CurrentValue.Language);
    }

    [Fact]
    public void A_configuration_of_the_callers_choice_takes_the_place_of_the_section()
    {
        IConfiguration own = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["AppId"] = "own" }).Build();
        using ServiceProvider services = Build(
            collection =>
            {
                collection.AddGenAuthClient(own);
                collection.AddGenAuthClient(own);
                collection.PostConfigureAll<GenAuthClientOptions>(options => options.AppHost = new Uri("https://tenant.example"));
            },
            new() { ["GenAuth:Language"] = "ja-JP" });

        GenAuthClientOptions options = services.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>().CurrentValue;

        Assert.Equal(("own", null), (options.AppId, options.Language));
    }

    [Fact]
    public void Without_a_configuration_in_the_container_nothing_is_bound()
    {
        var services = new ServiceCollection();
        services.AddGenAuthClient().Services.Configure<GenAuthClientOptions>(Configure);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<AuthenticationClient>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reload_neither_changes_nor_breaks_a_client(bool ownConfiguration)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["GenAuth:AppId"] = "app", ["GenAuth:AppHost"] = "https://tenant.example" });
        IHttpClientBuilder client = ownConfiguration
            ? builder.Services.AddGenAuthClient(builder.Configuration.GetSection("GenAuth"))
            : builder.Services.AddGenAuthClient();
        var seen = new List<string>();
        client.ConfigurePrimaryHttpMessageHandler(() => Returning(request => seen.Add(request.Headers.GetValues("x-genauth-app-id").Single())));
        using IHost host = builder.Build();
        await host.StartAsync();

        builder.Configuration["GenAuth:AppId"] = "changed";
        builder.Configuration["GenAuth:AppHost"] = "not an address";
        ((IConfigurationRoot)builder.Configuration).Reload();
        (await host.Services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Equal(["app"], seen);
    }
}
