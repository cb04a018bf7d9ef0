using GenAuth.Sdk.Benchmarks.Wire;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Benchmarks.Loopback;

/// <summary>The <c>server</c> mode: Kestrel with one fixed answer, until its standard input closes.</summary>
internal static class FixedAnswerServer
{
    public static async Task RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        await using WebApplication app = builder.Build();
        app.Run(static async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = Exchange.Answer.Length;
            await context.Response.Body.WriteAsync(Exchange.Answer);
        });

        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());

        // The parent holds the other end, so the server never outlives it.
        await Console.In.ReadToEndAsync();
    }
}
