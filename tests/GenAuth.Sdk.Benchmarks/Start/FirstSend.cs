using System.Diagnostics;

using GenAuth.Sdk.Benchmarks.Contenders;
using GenAuth.Sdk.Benchmarks.Wire;

using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.Benchmarks.Start;

/// <summary>The <c>first-send</c> mode: a program that does nothing but send once, as each contender would be written.</summary>
internal static class FirstSend
{
    public const string HandWrittenWay = "hand-written";

    public static readonly string[] Ways = [HandWrittenWay, "GenAuth.Sdk", "hand-written through DI", "GenAuth.Sdk through DI", "factory + resilience handler"];

    // Each way is a method of its own, so that no process loads what another one needs.
    public static async Task RunAsync(string way, Uri host)
    {
        Task send = way switch
        {
            HandWrittenWay => HandWritten(host),
            "GenAuth.Sdk" => Sdk(host),
            "hand-written through DI" => HandWrittenThroughDependencyInjection(host),
            "GenAuth.Sdk through DI" => SdkThroughDependencyInjection(host),
            "factory + resilience handler" => Factory(host),
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };
        await send;
        Console.WriteLine(Exchange.Succeeded(send) ? "sent" : "failed");
    }

    /// <summary>From the start of a process to its word that the send is done, in milliseconds.</summary>
    public static async Task<double> MeasureAsync(string program, string way, Uri host)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = ChildProcess.StartProgram(program, "first-send", way, host.ToString());
        string? word = await process.StandardOutput.ReadLineAsync();
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await process.WaitForExitAsync();
        return word == "sent" ? elapsed : throw new InvalidOperationException($"{way}: {word}");
    }

    private static Task HandWritten(Uri host) => new HandWritten(host, handler: null).SendAsync();

    // What the container and the client factory cost whoever uses them.
    private static Task HandWrittenThroughDependencyInjection(Uri host)
    {
        var services = new ServiceCollection();
        services.AddHttpClient();
        return new HandWritten(services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(), host).SendAsync();
    }

    private static Task Sdk(Uri host) => new SdkContender(host, handler: null).SendAsync();

    private static Task<SendSMSRespDto> SdkThroughDependencyInjection(Uri host)
    {
        var services = new ServiceCollection();
        services.AddGenAuthClient(options =>
        {
            options.AppId = Exchange.AppId;
            options.AppHost = host;
        });
        return services.BuildServiceProvider().GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", "+86");
    }

    private static Task Factory(Uri host) => FactoryWithResilience.Create(host, handler: null).SendAsync();
}
