using System.Diagnostics.Metrics;
using System.Globalization;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Options;

using static GenAuth.Sdk.Tests.DependencyInjection.TestHost;

namespace GenAuth.Sdk.Tests.DependencyInjection;

public class AddGenAuthClientTests
{
    [Fact]
    public async Task The_client_is_a_singleton_even_where_scopes_are_validated()
    {
        using ServiceProvider services = Build(collection => collection.AddGenAuthClient(Configure).ConfigurePrimaryHttpMessageHandler(() => Returning()));
        using IServiceScope scope = services.CreateScope();

        AuthenticationClient client = scope.ServiceProvider.GetRequiredService<AuthenticationClient>();

        Assert.Same(services.GetRequiredService<AuthenticationClient>(), client);
        Assert.True((await client.SendSmsAsync(SmsChannel.Login, "5550100")).IsSuccess);
    }

    [Fact]
    public async Task Registering_twice_composes_the_options()
    {
        var seen = new List<string>();
        using ServiceProvider services = BuildTwice(handled: () => { }, seen.Add);

        (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Equal(["en-US"], seen);
    }

    [Fact]
    public async Task Registering_twice_doubles_nothing()
    {
        int handled = 0;
        using ServiceProvider services = BuildTwice(() => handled++, seen: _ => { });

        (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Equal(1, handled);
        Assert.Single(services.GetServices<AuthenticationClient>());
        Assert.Single(services.GetServices<IValidateOptions<GenAuthClientOptions>>());
    }

    [Fact]
    public async Task Keyed_tenants_do_not_mix()
    {
        var seen = new List<string>();
        HttpMessageHandler Recording() => Returning(request => seen.Add(request.RequestUri!.Host + " " + request.Headers.GetValues("x-genauth-app-id").Single()));
        using ServiceProvider services = Build(collection =>
        {
            collection.AddGenAuthClient(Configure).ConfigurePrimaryHttpMessageHandler(Recording);
            foreach (string name in new[] { "a", "b" })
            {
                collection.AddKeyedGenAuthClient(name, options =>
                {
                    options.AppId = "app-" + name;
                    options.AppHost = new Uri($"https://{name}.example");
                }).ConfigurePrimaryHttpMessageHandler(Recording);
            }
        });

        AuthenticationClient[] clients =
        [
            services.GetRequiredKeyedService<AuthenticationClient>("b"),
            services.GetRequiredService<AuthenticationClient>(),
            services.GetRequiredKeyedService<AuthenticationClient>("a"),
        ];
        foreach (AuthenticationClient client in clients)
            (await client.SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Equal(["b.example app-b", "tenant.example app-1", "a.example app-a"], seen);
        Assert.Null(services.GetKeyedService<AuthenticationClient>("c"));
    }

    [Fact]
    public void Each_client_has_an_HTTP_pipeline_of_its_own()
    {
        var services = new ServiceCollection();

        Assert.Equal("GenAuth.Sdk", services.AddGenAuthClient(Configure).Name);
        Assert.Equal("GenAuth.Sdk:a", services.AddKeyedGenAuthClient("a", Configure).Name);
        Assert.Equal("GenAuth.Sdk:b", services.AddKeyedGenAuthClient("b", Configure).Name);
    }

    [Fact]
    public void Many_clients_share_a_registry_that_is_found_without_a_search()
    {
        var services = new ServiceCollection();
        services.AddSingleton("of the host").AddKeyedGenAuthClient("0", Configure);

        foreach (int i in Enumerable.Range(1, 100))
            services.AddKeyedGenAuthClient(i.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(typeof(GenAuthClientRegistry), services[0].ServiceType);
        Assert.Single(services, descriptor => descriptor.ServiceType == typeof(GenAuthClientRegistry));
    }

    [Fact]
    public void Copies_of_a_service_collection_get_clients_of_their_own()
    {
        var original = new ServiceCollection();
        original.AddGenAuthClient(Configure);
        IServiceCollection copy = new ServiceCollection();
        foreach (ServiceDescriptor descriptor in original)
            copy.Add(descriptor);

        copy.AddKeyedGenAuthClient("a", Configure);
        original.AddKeyedGenAuthClient("a", Configure);

        foreach (IServiceCollection services in new[] { copy, original })
        {
            using ServiceProvider provider = services.BuildServiceProvider();
            Assert.NotNull(provider.GetKeyedService<AuthenticationClient>("a"));
            Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IHttpClientFactory>().CreateClient("GenAuth.Sdk:a").Timeout);
        }
    }

    [Fact]
    public async Task Metrics_come_from_the_containers_factory()
    {
        using ServiceProvider services = Build(collection => collection.AddMetrics().AddGenAuthClient(Configure).ConfigurePrimaryHttpMessageHandler(() => Returning()));
        using var durations = new MetricCollector<double>(services.GetRequiredService<IMeterFactory>(), GenAuthTelemetry.MeterName, "genauth.client.operation.duration");

        (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Single(durations.GetMeasurementSnapshot());
    }

    [Fact]
    public void A_client_that_was_registered_before_is_kept()
    {
        var fake = new FakeClient();
        using ServiceProvider services = Build(collection => collection.AddSingleton<AuthenticationClient>(fake).AddGenAuthClient(Configure));

        Assert.Same(fake, services.GetRequiredService<AuthenticationClient>());
    }

    [Fact]
    public void Null_arguments_are_named()
    {
        var services = new ServiceCollection();

        Assert.Equal("services", Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddGenAuthClient()).ParamName);
        Assert.Equal("configure", Assert.Throws<ArgumentNullException>(() => services.AddGenAuthClient((Action<GenAuthClientOptions>)null!)).ParamName);
        Assert.Equal("configuration", Assert.Throws<ArgumentNullException>(() => services.AddGenAuthClient((IConfiguration)null!)).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => services.AddKeyedGenAuthClient(" ")).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => services.AddKeyedGenAuthClient(" ", _ => { })).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => services.AddKeyedGenAuthClient(" ", new ConfigurationBuilder().Build())).ParamName);
        Assert.Equal("configure", Assert.Throws<ArgumentNullException>(() => services.AddKeyedGenAuthClient("a", (Action<GenAuthClientOptions>)null!)).ParamName);
        Assert.Equal("configuration", Assert.Throws<ArgumentNullException>(() => services.AddKeyedGenAuthClient("a", (IConfiguration)null!)).ParamName);
        Assert.Empty(services);
    }

    private static ServiceProvider BuildTwice(Action handled, Action<string> seen) => Build(collection =>
    {
        collection.AddGenAuthClient(Configure)
            .AddHttpMessageHandler(() => new CountingHandler(handled))
            .ConfigurePrimaryHttpMessageHandler(() => Returning(request => seen(request.Headers.GetValues("x-genauth-lang").Single())));
        collection.AddGenAuthClient(options => options.Language = "en-US");
    });

    private sealed class FakeClient : AuthenticationClient
    {
        public override Task<SendSMSRespDto> SendSmsAsync(
            SmsChannel channel,
            string phoneNumber,
            string? phoneCountryCode = null,
            GenAuthRequestOptions? requestOptions = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult(new SendSMSRespDto { StatusCode = 200 });
    }
}
