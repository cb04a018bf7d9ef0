using GenAuth.Sdk.Testing;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

public sealed class AddGenAuthEmulatorTests
{
    private static readonly Uri ConfiguredHost = new("https://configured.invalid/app-path");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_takes_the_place_of_GenAuth_before_or_after_the_client_is_added(bool emulatorFirst)
    {
        var services = new ServiceCollection();
        if (emulatorFirst)
            services.AddGenAuthEmulator();
        services.AddGenAuthClient(Configure);
        if (!emulatorFirst)
            services.AddGenAuthEmulator();
        await using ServiceProvider provider = services.BuildServiceProvider();

        (await provider.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token)).EnsureSuccess();

        SmsMessage message = await provider.GetRequiredService<GenAuthEmulator>().Inbox.WaitForAsync("5550100", cancellationToken: Token);
        Assert.Equal("configured-app", message.AppId);
    }

    [Fact]
    public async Task Only_what_the_hosts_configuration_lacks_is_filled_in()
    {
        await using ServiceProvider provider =
            new ServiceCollection().AddGenAuthEmulator().AddOptions<GenAuthClientOptions>("configured").Configure(Configure).Services.BuildServiceProvider();
        var monitor = provider.GetRequiredService<IOptionsMonitor<GenAuthClientOptions>>();
        GenAuthEmulator emulator = provider.GetRequiredService<GenAuthEmulator>();

        Assert.Equal(("configured-app", ConfiguredHost), (monitor.Get("configured").AppId, monitor.Get("configured").AppHost));
        Assert.Equal((emulator.AppId, emulator.AppHost), (monitor.CurrentValue.AppId, monitor.CurrentValue.AppHost));
    }

    [Fact]
    public async Task A_client_without_any_configuration_works()
    {
        var services = new ServiceCollection();
        services.AddGenAuthClient(_ => { });
        services.AddGenAuthEmulator();
        await using ServiceProvider provider = services.BuildServiceProvider();

        SendSMSRespDto response = await provider.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token);

        Assert.True(response.IsSuccess);
    }

    [Fact]
    public async Task Keyed_clients_share_the_emulator()
    {
        var services = new ServiceCollection();
        services.AddKeyedGenAuthClient("a", Configure);
        services.AddKeyedGenAuthClient("b", options => options.AppId = "b-app");
        services.AddGenAuthEmulator();
        await using ServiceProvider provider = services.BuildServiceProvider();

        foreach (string key in (string[])["a", "b"])
            (await provider.GetRequiredKeyedService<AuthenticationClient>(key).SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token)).EnsureSuccess();

        Assert.Equal(["configured-app", "b-app"], provider.GetRequiredService<GenAuthEmulator>().Inbox.Messages.Select(message => message.AppId));
    }

    [Fact]
    public async Task Calling_it_twice_adds_up_the_options()
    {
        await using ServiceProvider provider = AddTwice().BuildServiceProvider();

        (await provider.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token)).EnsureSuccess();

        Assert.Equal(8, Assert.Single(provider.GetRequiredService<GenAuthEmulator>().Inbox.Messages).Code.Length);
    }

    [Fact]
    public async Task Calling_it_twice_doubles_nothing()
    {
        await using ServiceProvider provider = AddTwice().BuildServiceProvider();

        (await provider.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", cancellationToken: Token)).EnsureSuccess();

        Assert.Equal(1, Assert.Single(provider.GetServices<GenAuthEmulator>()).RequestCount);
    }

    [Fact]
    public void Calling_it_again_without_options_adds_no_service()
    {
        var services = new ServiceCollection();
        services.AddGenAuthClient(Configure);
        services.AddGenAuthEmulator(options => options.CodeLength = 8);
        int count = services.Count;

        services.AddGenAuthEmulator();

        Assert.Equal(count, services.Count);
    }

    [Fact]
    public async Task Other_http_clients_keep_their_network()
    {
        await using ServiceProvider provider = new ServiceCollection().AddGenAuthEmulator().AddHttpClient().BuildServiceProvider();
        var monitor = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>();

        Assert.Single(monitor.Get("GenAuth.Sdk").HttpMessageHandlerBuilderActions);
        Assert.Single(monitor.Get("GenAuth.Sdk:tenant").HttpMessageHandlerBuilderActions);
        Assert.All(["", "GenAuth.SdkOther", "Other"], name => Assert.Empty(monitor.Get(name).HttpMessageHandlerBuilderActions));
    }

    [Fact]
    public void A_container_may_be_disposed_synchronously()
    {
        using ServiceProvider provider = new ServiceCollection().AddGenAuthEmulator().BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<GenAuthEmulator>());
    }

    private static ServiceCollection AddTwice()
    {
        var services = new ServiceCollection();
        services.AddGenAuthClient(Configure);
        services.AddGenAuthEmulator(options => options.CodeLength = 8);
        services.AddGenAuthEmulator(options => options.CodeLifetime = TimeSpan.FromSeconds(1));
        return services;
    }

    private static void Configure(GenAuthClientOptions options)
    {
        options.AppId = "configured-app";
        options.AppHost = ConfiguredHost;
    }
}
