using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.IntegrationTests.Emulator;

/// <summary>Clients that would send real SMSes out of a test are refused.</summary>
public sealed class HandMadeClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<IServiceCollection>> HandMade => new()
    {
        { "instance", services => services.AddSingleton(CreateClient()) },
        { "type", services => services.AddSingleton<AuthenticationClient>() },
        { "factory", services => services.AddScoped(_ => CreateClient()) },
        { "keyed instance", services => services.AddKeyedSingleton("a", CreateClient()) },
        { "keyed type", services => services.AddKeyedTransient<AuthenticationClient>("a") },
        { "keyed factory", services => services.AddKeyedSingleton("a", (_, _) => CreateClient()) },
        { "beside the real one", services => { services.AddGenAuthClient(Configure); services.AddSingleton(CreateClient()); } },
    };

    public static TheoryData<string, Action<IServiceCollection>> LeftAlone => new()
    {
        { "client", services => services.AddGenAuthClient(Configure) },
        { "keyed client", services => services.AddKeyedGenAuthClient("a", Configure) },
        { "double as an instance", services => services.AddSingleton<AuthenticationClient>(new Double()) },
        { "double as a type", services => services.AddSingleton<AuthenticationClient, Double>() },
        { "double from a factory", services => services.AddSingleton<AuthenticationClient, Double>(_ => new Double()) },
        { "keyed double", services => services.AddKeyedSingleton<AuthenticationClient>("a", new Double()) },
    };

    [Theory]
    [MemberData(nameof(HandMade))]
    public async Task A_client_made_by_hand_is_refused_at_the_call_and_at_the_start(string name, Action<IServiceCollection> register)
    {
        var before = new ServiceCollection();
        register(before);
        HostApplicationBuilder after = Host.CreateEmptyApplicationBuilder(new());
        after.Services.AddGenAuthEmulator();
        register(after.Services);
        using IHost host = after.Build();

        InvalidOperationException call = Assert.Throws<InvalidOperationException>(() => before.AddGenAuthEmulator());
        InvalidOperationException start = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Token));

        Assert.Contains("AddGenAuthClient", call.Message, StringComparison.Ordinal);
        Assert.Equal((name, call.Message), (name, start.Message));
    }

    [Theory]
    [MemberData(nameof(LeftAlone))]
    public async Task A_host_with_clients_of_the_SDK_or_doubles_starts_with_one_warning(string name, Action<IServiceCollection> register)
    {
        var log = new RecordingLoggerProvider();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(log);
        register(builder.Services);
        builder.Services.AddGenAuthEmulator();
        builder.Services.AddGenAuthEmulator();
        using IHost host = builder.Build();

        await host.StartAsync(Token);
        await host.StopAsync(Token);

        string warning = Assert.Single(log.Lines, line => line.Contains("GenAuthEmulator", StringComparison.Ordinal));
        Assert.Equal((name, "Warning GenAuth.Sdk.Testing.GenAuthEmulator: GenAuth is emulated in this process: no SMS will be sent."), (name, warning));
    }

    private static AuthenticationClient CreateClient() => new(new GenAuthClientOptions { AppId = "app-1", AppHost = new Uri("https://tenant.invalid") });

    private static void Configure(GenAuthClientOptions options) => options.AppId = "app-1";

    private sealed class Double : AuthenticationClient;
}
