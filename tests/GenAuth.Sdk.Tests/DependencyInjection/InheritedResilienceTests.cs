using System.Net;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;

using static GenAuth.Sdk.Tests.DependencyInjection.TestHost;

namespace GenAuth.Sdk.Tests.DependencyInjection;

public class InheritedResilienceTests
{
    private static readonly string[] Kinds = ["resilience", "derived resilience", "policy", "derived policy"];

    private static readonly Dictionary<string, Action<IServiceCollection, Func<DelegatingHandler>>> Ways = new()
    {
        ["defaults"] = static (services, create) => services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(create)),
        ["all"] = static (services, create) => services.ConfigureAll<HttpClientFactoryOptions>(
            options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Add(create()))),
        ["all, afterwards"] = static (services, create) => services.PostConfigureAll<HttpClientFactoryOptions>(
            options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Insert(0, create()))),
        ["filter"] = static (services, create) => services.AddSingleton<IHttpMessageHandlerBuilderFilter>(
            new HandlerFilter(builder => builder.AdditionalHandlers.Add(create()))),
        ["around the connections"] = static (services, create) => services.PostConfigureAll<HttpClientFactoryOptions>(
            options => options.HttpMessageHandlerBuilderActions.Add(builder => Wrap(builder, create()))),
    };

    public static TheoryData<string, string, bool> Cases => [.. from way in Ways.Keys from kind in Kinds from before in new[] { true, false } select (way, kind, before)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_handler_that_retries_for_all_clients_is_taken_off_whatever_way_it_came(string way, string kind, bool before)
    {
        int requests = 0;
        HttpMessageHandler CreateBroken() => Returning(_ => requests++, HttpStatusCode.BadGateway, "<html>");
        using ServiceProvider services = Build(collection =>
        {
            if (before)
                Ways[way](collection, () => RetryingHandlers.Create(kind));
            collection.AddGenAuthClient(Configure).ConfigurePrimaryHttpMessageHandler(CreateBroken);
            collection.AddKeyedGenAuthClient("a", Configure).ConfigurePrimaryHttpMessageHandler(CreateBroken);
            if (!before)
                Ways[way](collection, () => RetryingHandlers.Create(kind));
        });

        await Assert.ThrowsAsync<GenAuthResponseException>(() => services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100"));
        await Assert.ThrowsAsync<GenAuthResponseException>(() => services.GetRequiredKeyedService<AuthenticationClient>("a").SendSmsAsync(SmsChannel.Login, "5550100"));

        Assert.Equal(2, requests);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Other_clients_of_the_host_keep_theirs(string way, string kind, bool before)
    {
        using ServiceProvider services = Build(collection =>
        {
            if (before)
                Ways[way](collection, () => RetryingHandlers.Create(kind));
            collection.AddGenAuthClient(Configure).Services.AddHttpClient("other");
            if (!before)
                Ways[way](collection, () => RetryingHandlers.Create(kind));
        });

        Assert.Equal(1, CountRetrying(services, "other"));
        Assert.Equal(0, CountRetrying(services, "GenAuth.Sdk"));
    }

    [Theory]
    [InlineData("resilience")]
    [InlineData("derived resilience")]
    [InlineData("policy")]
    [InlineData("derived policy")]
    public void A_handler_that_is_added_to_the_returned_builder_stays(string kind)
    {
        using ServiceProvider services = Build(collection =>
        {
            Ways["filter"](collection, () => RetryingHandlers.Create(kind));
            collection.AddGenAuthClient(Configure).AddHttpMessageHandler(() => RetryingHandlers.Create(kind));
            collection.AddKeyedGenAuthClient("a", Configure);
            collection.AddKeyedGenAuthClient("a").ConfigurePrimaryHttpMessageHandler(() =>
            {
                DelegatingHandler handler = RetryingHandlers.Create(kind);
                handler.InnerHandler = Returning();
                return handler;
            });
            Ways["defaults"](collection, () => RetryingHandlers.Create(kind));
        });

        Assert.Equal(1, CountRetrying(services, "GenAuth.Sdk"));
        Assert.Equal(1, CountRetrying(services, "GenAuth.Sdk:a"));
    }

    [Fact]
    public async Task A_standard_resilience_handler_that_is_added_to_this_client_stays_beside_other_handlers()
    {
        int handled = 0;
        using ServiceProvider services = Build(collection =>
        {
            collection.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler());
            IHttpClientBuilder builder = collection.AddGenAuthClient(Configure).ConfigurePrimaryHttpMessageHandler(() => Returning());
            builder.AddHttpMessageHandler(() => new CountingHandler(() => handled++));
            builder.AddStandardResilienceHandler();
        });

        (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Equal(1, CountRetrying(services, "GenAuth.Sdk"));
        Assert.Equal(1, handled);
    }

    [Fact]
    public void The_returned_builders_services_are_the_hosts()
    {
        var services = new ServiceCollection();

        services.AddGenAuthClient(Configure).Services.AddSingleton("of the host");

        Assert.Contains(services, descriptor => !descriptor.IsKeyedService && Equals(descriptor.ImplementationInstance, "of the host"));
    }

    private static int CountRetrying(ServiceProvider services, string httpClientName) =>
        GetHandlers(services, httpClientName).Count(static handler => handler is ResilienceHandler or PolicyHttpMessageHandler);

    private static void Wrap(HttpMessageHandlerBuilder builder, DelegatingHandler handler)
    {
        handler.InnerHandler = builder.PrimaryHandler;
        builder.PrimaryHandler = handler;
    }
}
