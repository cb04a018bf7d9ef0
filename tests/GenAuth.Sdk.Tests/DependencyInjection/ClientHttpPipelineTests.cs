using GenAuth.Sdk.Internal.Http;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

using static GenAuth.Sdk.Tests.DependencyInjection.TestHost;

namespace GenAuth.Sdk.Tests.DependencyInjection;

public class ClientHttpPipelineTests
{
    [Fact]
    public async Task The_factorys_log_lines_are_off()
    {
        IReadOnlyList<FakeLogRecord> lines = await SendAsync(_ => { });

        Assert.DoesNotContain(lines, IsOfTheFactory);
        Assert.DoesNotContain(lines, line => line.ToString().Contains("app-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_factorys_log_lines_have_no_headers_when_they_are_brought_back()
    {
        IReadOnlyList<FakeLogRecord> lines = await SendAsync(builder => builder.AddDefaultLogger());

        Assert.Contains(lines, IsOfTheFactory);
        Assert.DoesNotContain(lines, line => line.ToString().Contains("app-1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_client_sends_through_connections_of_its_own_whose_timeout_never_interferes()
    {
        using ServiceProvider services = Build(collection => collection.AddGenAuthClient(Configure));
        using HttpMessageHandler own = PrimaryHandler.Create(new Uri("https://tenant.example"));

        Assert.IsType(own.GetType(), GetHandlers(services).Last());
        Assert.Equal(Timeout.InfiniteTimeSpan, services.GetRequiredService<IHttpClientFactory>().CreateClient("GenAuth.Sdk").Timeout);
    }

    [Fact]
    public void Only_a_client_on_loopback_bypasses_the_proxy()
    {
        using ServiceProvider services = Build(collection =>
        {
            collection.AddGenAuthClient(Configure);
            collection.AddKeyedGenAuthClient("local", options => (options.AppId, options.AppHost) = ("app-1", new Uri("http://127.0.0.1:5000")));
        });

        Assert.True(UsesProxy("GenAuth.Sdk"));
        Assert.False(UsesProxy("GenAuth.Sdk:local"));

        bool UsesProxy(string httpClientName) => GetHandlers(services, httpClientName).Last() switch
        {
#if NET
            SocketsHttpHandler handler => handler.UseProxy,
#endif
            HttpClientHandler handler => handler.UseProxy,
            HttpMessageHandler other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    public async Task What_the_host_sets_for_all_clients_comes_before_the_wishes_of_one(string key)
    {
        int sends = 0;
        using ServiceProvider services = Build(collection =>
        {
            foreach (string name in (string[])["a", "b"])
                collection.AddKeyedGenAuthClient(name, Configure).ConfigurePrimaryHttpMessageHandler(() => Returning(_ => sends++));
            collection.ConfigureHttpClientDefaults(builder => builder.ConfigurePrimaryHttpMessageHandler(() => Returning()));
        });

        (await services.GetRequiredKeyedService<AuthenticationClient>(key).SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        Assert.Equal(1, sends);
    }

    private static async Task<IReadOnlyList<FakeLogRecord>> SendAsync(Action<IHttpClientBuilder> configure)
    {
        var logs = new FakeLogCollector();
        using ServiceProvider services = Build(collection =>
        {
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(logs)));
            configure(collection.AddGenAuthClient(Configure).ConfigurePrimaryHttpMessageHandler(() => Returning()));
        });

        (await services.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100")).EnsureSuccess();

        return logs.GetSnapshot();
    }

    private static bool IsOfTheFactory(FakeLogRecord line) => line.Category!.StartsWith("System.Net.Http.HttpClient", StringComparison.Ordinal);
}
