using GenAuth.Sdk;

using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddLogging();
services.AddGenAuthClient(options => (options.AppHost, options.AppId) = (new Uri(args[0]), args[1]));
await using ServiceProvider provider = services.BuildServiceProvider();

SendSMSRespDto response = await provider.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", "+86");
response.EnsureSuccess();
Console.WriteLine($"sent on .NET {Environment.Version.Major}, with Microsoft.Extensions.Http {typeof(IHttpClientFactory).Assembly.GetName().Version!.ToString(2)}");
