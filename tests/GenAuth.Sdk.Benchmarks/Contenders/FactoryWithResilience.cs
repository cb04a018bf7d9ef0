using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.Benchmarks.Contenders;

/// <summary>The baseline's code behind <see cref="IHttpClientFactory"/> with the standard resilience handler, as templates set it up.</summary>
internal static class FactoryWithResilience
{
    private const string Name = "sms";

    public static IContender Create(Uri host, HttpMessageHandler? handler)
    {
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddHttpClient(Name);
        if (handler is not null)
            builder.ConfigurePrimaryHttpMessageHandler(() => handler);
        builder.AddStandardResilienceHandler();

        HttpClient http = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(Name);
        return new HandWritten(http, host);
    }
}
