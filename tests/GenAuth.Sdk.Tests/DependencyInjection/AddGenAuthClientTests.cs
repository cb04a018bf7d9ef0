using System.Diagnostics.Metrics;
using System.Net;

using GenAuth.Sdk.Internal.Http;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

using RichardSzalay.MockHttp;

namespace GenAuth.Sdk.Tests.DependencyInjection;

public class AddGenAuthClientTests
{
    [Fact]
    public async Task The_client_is_a_singleton_even_where_scopes_are_validated()
    {
        using ServiceProvider services = Build(collection => collection.AddGenAuthClient(Valid).ConfigurePrimaryHttpMessageHandler(() => Answering()));
        using IServiceScope scope = services.CreateScope();

        AuthenticationClient client = scope.ServiceProvider.GetRequiredService<AuthenticationClient>();

        Assert.Same(services.GetRequiredService<AuthenticationClient>(), client);
        Assert.True((await client.SendSmsAsync(SmsChannel.Login, "5550100")).IsSuccess);
    }

    [Fact]
    public async Task Registering_twice_composes_the_options_and_doubles_nothing()
    {
        int handled = 0;
        var seen = new List<string?>();
        using ServiceProvider services = Build(collection =>
        {
            collection.AddGenAuthClient(Valid)
                .AddHttpMessageHandler(() => new CountingHandler(() => handled++))
                .ConfigurePrimaryHttpMessageHandler(() => Answering(request => seen.Add(request.Headers.GetValues("x-genauth-lang").Single())));
            collection.AddGenAuthClient(options => options.Language = "en-US");
        });

        (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Equal(1, handled);
        Assert.Equal(["en-US"], seen);
        Assert.Single(services.GetServices<AuthenticationClient>());
        Assert.Single(services.GetServices<IValidateOptions<GenAuthClientOptions>>());
    }

    [Fact]
    public async Task Keyed_tenants_do_not_mix()
    {
        var seen = new List<string>();
        HttpMessageHandler Recording() => Answering(request => seen.Add(request.RequestUri!.Host + " " + request.Headers.GetValues("x-genauth-app-id").Single()));
        using ServiceProvider services = Build(collection =>
        {
            collection.AddGenAuthClient(Valid).ConfigurePrimaryHttpMessageHandler(Recording);
            foreach (string name in new[] { "a", "b" })
            {
                collection.AddKeyedGenAuthClient(name, options =>
                {
                    options.AppId = "app-" + name;
                    options.AppHost = new Uri($"https://{name}.example");
                }).ConfigurePrimaryHttpMessageHandler(Recording);
            }
        });

        foreach (AuthenticationClient client in new[] { services.GetRequiredKeyedService<AuthenticationClient>("b"), services.GetRequiredService<AuthenticationClient>(), services.GetRequiredKeyedService<AuthenticationClient>("a") })
            (await client.SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Equal(["b.example app-b", "tenant.example app-1", "a.example app-a"], seen);
        Assert.Null(services.GetKeyedService<AuthenticationClient>("c"));
    }

    [Fact]
    public void The_section_GenAuth_is_bound_with_everything_in_it()
    {
        using ServiceProvider services = Build(collection => collection.AddGenAuthClient(), new()
        {
            ["GenAuth:AppId"] = "bound",
            ["GenAuth:AppHost"] = "http://private.example/apps/1",
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
        Assert.Equal(new Uri("http://private.example/apps/1"), options.AppHost);
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
    public async Task The_host_refuses_to_start_and_names_every_faulty_setting()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["GenAuth:AppHost"] = "not an address", ["GenAuth:Retry:MaxRetries"] = "50", ["GenAuth:a:AppId"] = "x" });
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
        using ServiceProvider services = Build(collection => collection.AddGenAuthClient(_ => { }));

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
        Assert.StartsWith("GenAuthClientOptions.AppId ", FirstFault("code"), StringComparison.Ordinal);
        Assert.True(options.Get("of somebody else's") is { AppId: null });
    }

    [Fact]
    public void Each_client_has_an_HTTP_pipeline_of_its_own()
    {
        var services = new ServiceCollection();

        Assert.Equal("GenAuth.Sdk", services.AddGenAuthClient(Valid).Name);
        Assert.Equal("GenAuth.Sdk:a", services.AddKeyedGenAuthClient("a", Valid).Name);
        Assert.Equal("GenAuth.Sdk:b", services.AddKeyedGenAuthClient("b", Valid).Name);
    }

    [Fact]
    public async Task The_factorys_log_lines_are_off_and_without_headers_when_brought_back()
    {
        foreach (bool broughtBack in new[] { false, true })
        {
            var logs = new FakeLogCollector();
            using ServiceProvider services = Build(collection =>
            {
                collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(logs)));
                IHttpClientBuilder builder = collection.AddGenAuthClient(Valid).ConfigurePrimaryHttpMessageHandler(() => Answering());
                if (broughtBack)
                    builder.AddDefaultLogger();
            });

            (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

            IReadOnlyList<FakeLogRecord> lines = logs.GetSnapshot();
            Assert.Equal(broughtBack, lines.Any(line => line.Category!.StartsWith("System.Net.Http.HttpClient", StringComparison.Ordinal)));
            Assert.DoesNotContain(lines, line => line.ToString().Contains("app-1", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Metrics_come_from_the_containers_factory()
    {
        using ServiceProvider services = Build(collection => collection.AddMetrics().AddGenAuthClient(Valid).ConfigurePrimaryHttpMessageHandler(() => Answering()));
        using var durations = new MetricCollector<double>(services.GetRequiredService<IMeterFactory>(), GenAuthTelemetry.MeterName, "genauth.client.operation.duration");

        (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Single(durations.GetMeasurementSnapshot());
    }

    [Fact]
    public void Retrying_handlers_of_the_older_package_are_kept_off_too()
    {
        using ServiceProvider services = Build(collection =>
        {
            collection.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new Microsoft.Extensions.Http.PolicyHttpMessageHandler()));
            collection.AddGenAuthClient(Valid);
        });

        Assert.DoesNotContain(Chain(services), handler => handler is Microsoft.Extensions.Http.PolicyHttpMessageHandler);
    }

    [Fact]
    public void A_client_that_was_registered_before_is_kept()
    {
        var fake = new FakeClient();
        using ServiceProvider services = Build(collection => collection.AddSingleton<AuthenticationClient>(fake).AddGenAuthClient(Valid));

        Assert.Same(fake, services.GetRequiredService<AuthenticationClient>());
    }

    [Fact]
    public async Task Handlers_that_retry_for_all_clients_are_kept_off()
    {
        int requests = 0;
        using ServiceProvider services = Build(collection =>
        {
            collection.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler());
            collection.AddGenAuthClient(Valid).ConfigurePrimaryHttpMessageHandler(() => Answering(_ => requests++, HttpStatusCode.BadGateway, "<html>"));
        });

        await Assert.ThrowsAsync<GenAuthResponseException>(() => services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task Handlers_that_are_added_to_this_client_stay()
    {
        int handled = 0;
        using ServiceProvider services = Build(collection =>
        {
            IHttpClientBuilder builder = collection.AddGenAuthClient(Valid).ConfigurePrimaryHttpMessageHandler(() => Answering());
            builder.AddHttpMessageHandler(() => new CountingHandler(() => handled++));
            builder.AddStandardResilienceHandler();
        });
        string[] handlers = [.. Chain(services).Select(handler => handler.GetType().Name)];

        (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Contains("ResilienceHandler", handlers);
        Assert.Equal(1, handled);
    }

    [Fact]
    public void The_client_sends_through_connections_of_its_own_whose_timeout_never_interferes()
    {
        using ServiceProvider services = Build(collection => collection.AddGenAuthClient(Valid));
        using HttpMessageHandler own = PrimaryHandler.Create();

        Assert.IsType(own.GetType(), Chain(services).Last());
        Assert.Equal(Timeout.InfiniteTimeSpan, services.GetRequiredService<IHttpClientFactory>().CreateClient("GenAuth.Sdk").Timeout);
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

    private static void Valid(GenAuthClientOptions options)
    {
        options.AppId = "app-1";
        options.AppHost = new Uri("https://tenant.example");
    }

    private static ServiceProvider Build(Action<IServiceCollection> register, Dictionary<string, string?>? settings = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private static MockHttpMessageHandler Answering(Action<HttpRequestMessage>? seen = null, HttpStatusCode status = HttpStatusCode.OK, string body = Harness.Success)
    {
        var handler = new MockHttpMessageHandler();
        handler.When(HttpMethod.Post, "*/api/v3/send-sms").Respond(request =>
        {
            seen?.Invoke(request);
            return new HttpResponseMessage(status) { Content = new StringContent(body) };
        });
        return handler;
    }

    private static IEnumerable<HttpMessageHandler> Chain(ServiceProvider services)
    {
        HttpMessageHandler? handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("GenAuth.Sdk");
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
            yield return handler;
    }

    private sealed class CountingHandler(Action count) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class FakeClient : AuthenticationClient
    {
        public override Task<SendSMSRespDto> SendSmsAsync(SmsChannel channel, string phoneNumber, string? phoneCountryCode = null, GenAuthRequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new SendSMSRespDto { StatusCode = 200 });
    }
}
