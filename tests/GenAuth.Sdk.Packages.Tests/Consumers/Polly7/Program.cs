using GenAuth.Sdk;

using Microsoft.Extensions.DependencyInjection;

using Polly;

var services = new ServiceCollection();
services.ConfigureHttpClientDefaults(builder => builder.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3)));
services.AddGenAuthClient(options => (options.AppHost, options.AppId) = (new Uri(args[0]), args[1]));
await using ServiceProvider provider = services.BuildServiceProvider();

int calls = 0;
await Policy.Handle<TimeoutException>().RetryAsync(1).ExecuteAsync(() => ++calls == 1 ? throw new TimeoutException() : Task.CompletedTask);

SendSMSRespDto response = await provider.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", "+86");
response.EnsureSuccess();
Console.WriteLine($"sent, with Polly {typeof(Policy).Assembly.GetName().Version!.Major} retrying {calls - 1} other call");
