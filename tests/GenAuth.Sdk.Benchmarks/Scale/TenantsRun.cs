using System.Diagnostics;
using System.Globalization;

using GenAuth.Sdk.Benchmarks.InMemory;
using GenAuth.Sdk.Benchmarks.Wire;

using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.Benchmarks.Scale;

/// <summary>Many tenants in one container: each has its keyed client, and each sends.</summary>
internal static class TenantsRun
{
    public static async Task<Table> RunAsync()
    {
        var table = new Table("Keyed clients in one container", "tenants", "register, ms", "first sends, ms", "next sends, us each", "KB held each");
        foreach (int tenants in (int[])[10, 100, 1000])
            table.Add(await MeasureAsync(tenants));
        return table;
    }

    private static async Task<string[]> MeasureAsync(int tenants)
    {
        string[] names = [.. Enumerable.Range(0, tenants).Select(number => "tenant-" + number.ToString(CultureInfo.InvariantCulture))];
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long start = Stopwatch.GetTimestamp();

        var services = new ServiceCollection();
        foreach (string name in names)
        {
            services
                .AddKeyedGenAuthClient(name, options =>
                {
                    options.AppId = name;
                    options.AppHost = Exchange.InMemoryHost;
                })
                .ConfigurePrimaryHttpMessageHandler(static () => new FixedAnswerHandler());
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        double registered = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double first = (await SendAllAsync(provider, names)).TotalMilliseconds;
        double next = (await SendAllAsync(provider, names)).TotalMicroseconds / tenants;
        double held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / tenants;
        return [$"{tenants:N0}", $"{registered:N0}", $"{first:N0}", $"{next:N1}", $"{held:N1}"];
    }

    private static async Task<TimeSpan> SendAllAsync(ServiceProvider provider, string[] names)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (string name in names)
        {
            AuthenticationClient client = provider.GetRequiredKeyedService<AuthenticationClient>(name);
            (await client.SendSmsAsync(SmsChannel.Login, "5550100", "+86")).EnsureSuccess();
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
