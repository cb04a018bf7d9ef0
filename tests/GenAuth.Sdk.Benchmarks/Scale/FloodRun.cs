using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

using GenAuth.Sdk.Benchmarks.InMemory;
using GenAuth.Sdk.Benchmarks.Wire;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Benchmarks.Scale;

/// <summary>
/// A million numbers from a thousand addresses ask an application for codes: what it costs, what is held afterwards,
/// and what the application does when it is over.
/// </summary>
internal static class FloodRun
{
    private const int Numbers = 1_000_000;
    private const int Addresses = 1_000;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<Table> RunAsync()
    {
        var table = new Table("A million numbers from a thousand addresses, default limits", "requests", "accepted", "us/request", "managed KB more", "idle CPU, %");
        await using WebApplication app = await StartAsync();
        TestServer server = app.GetTestServer();
        await AskAsync(server, 0);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        long start = Stopwatch.GetTimestamp();
        int accepted = 0;
        for (int number = 1; number <= Numbers; number++)
            accepted += await AskAsync(server, number) == StatusCodes.Status202Accepted ? 1 : 0;
        double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Numbers;
        double held = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0;

        table.Add($"{Numbers:N0}", $"{accepted:N0}", $"{microseconds:N1}", $"{held:N0}", $"{await MeasureIdleAsync():N1}");
        return table;
    }

    private static async Task<double> MeasureIdleAsync()
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        using var timer = new PeriodicTimer(Idle);
        await timer.WaitForNextTickAsync();
        process.Refresh();
        return (process.TotalProcessorTime - before) / Idle * 100;
    }

    private static async Task<int> AskAsync(TestServer server, int number)
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"phoneNumber":"5550{{number.ToString("0000000", CultureInfo.InvariantCulture)}}"}""");
        HttpContext context = await server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = new IPAddress([203, 0, (byte)(number % Addresses / 256), (byte)(number % Addresses % 256)]);
            context.Request.Method = HttpMethods.Post;
            context.Request.Path = "/phone/code";
            context.Request.ContentType = "application/json";
            context.Request.Body = new MemoryStream(body);
        });
        return context.Response.StatusCode;
    }

    private static async Task<WebApplication> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication().AddCookie();
        builder.Services
            .AddGenAuthClient(options => (options.AppId, options.AppHost) = ("benchmark", Exchange.InMemoryHost))
            .ConfigurePrimaryHttpMessageHandler(static () => new FixedAnswerHandler());
        builder.Services.AddGenAuthPhoneSignIn();

        WebApplication app = builder.Build();
        app.MapGenAuthPhoneSignIn("/phone");
        await app.StartAsync();
        return app;
    }
}
