using System.Net;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

using RichardSzalay.MockHttp;

namespace GenAuth.Sdk.Tests.DependencyInjection;

/// <summary>A container as a host builds it, and a look at the handlers in it.</summary>
internal static class TestHost
{
    public static void Configure(GenAuthClientOptions options)
    {
        options.AppId = "app-1";
        options.AppHost = new Uri("https://tenant.example");
    }

    public static ServiceProvider Build(Action<IServiceCollection> register, Dictionary<string, string?>? settings = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public static MockHttpMessageHandler Returning(
        Action<HttpRequestMessage>? seen = null,
        HttpStatusCode status = HttpStatusCode.OK,
        string body = ScriptedHandler.Success)
    {
        var handler = new MockHttpMessageHandler();
        handler.When(HttpMethod.Post, "*/api/v3/send-sms").Respond(request =>
        {
            seen?.Invoke(request);
            return new HttpResponseMessage(status) { Content = new StringContent(body) };
        });
        return handler;
    }

    /// <summary>The handlers of an HTTP client, the outermost first.</summary>
    public static IEnumerable<HttpMessageHandler> GetHandlers(IServiceProvider services, string httpClientName = "GenAuth.Sdk")
    {
        HttpMessageHandler? handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(httpClientName);
        for (; handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler)
            yield return handler;
    }
}
