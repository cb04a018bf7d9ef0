using GenAuth.Sdk;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// One send as a native program: GenAuth__AppHost and GenAuth__AppId say where to, genauth-emulator for example.
var services = new ServiceCollection();
services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
services.AddGenAuthClient();
await using ServiceProvider provider = services.BuildServiceProvider();

SendSMSRespDto response = await provider.GetRequiredService<AuthenticationClient>().SendSmsAsync(SmsChannel.Login, "5550100", "+86");
response.EnsureSuccess();
Console.WriteLine("sent");
