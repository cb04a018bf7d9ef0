// Prints what an operator sees of a send, a refusal and a retry, through the OpenTelemetry SDK's console exporter.
using GenAuth.Sdk;
using GenAuth.Sdk.Testing;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
builder.Services.AddGenAuthClient(options =>
{
    options.AppId = genAuth.AppId;
    options.AppHost = genAuth.AppHost;
});
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("GenAuth.Sdk", LogLevel.Debug).AddOpenTelemetry(logging => logging.AddConsoleExporter());
builder.Services.AddOpenTelemetry()
    .WithTracing(tracing => tracing.AddSource(GenAuthTelemetry.ActivitySourceName).AddConsoleExporter())
    .WithMetrics(metrics => metrics.AddMeter(GenAuthTelemetry.MeterName).AddConsoleExporter());

using IHost host = builder.Build();
await host.StartAsync();
AuthenticationClient client = host.Services.GetRequiredService<AuthenticationClient>();

Console.WriteLine("=== a send");
SendSMSRespDto sent = await client.SendSmsAsync(SmsChannel.Login, "5550100", "+86");

Console.WriteLine("\n=== a refusal: again within the minute");
SendSMSRespDto refused = await client.SendSmsAsync(SmsChannel.Login, "5550100", "+86");

Console.WriteLine("\n=== a retry: maintenance, then a send");
genAuth.Faults.Next(Fault.Answer(503).WithRetryAfter(TimeSpan.FromSeconds(1)));
SendSMSRespDto retried = await client.SendSmsAsync(SmsChannel.BindPhone, "5550100", "+86");

Console.WriteLine("\n=== the metrics of all three");
await host.StopAsync();

return sent.IsSuccess && refused.ErrorKind is GenAuthErrorKind.ResendTooSoon && retried.IsSuccess ? 0 : 1;
