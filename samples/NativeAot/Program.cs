using GenAuth.Sdk;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// A send as a native program, and a sign-in with the code from standard input: GenAuth__AppHost and GenAuth__AppId say where to, genauth-emulator for example.
var services = new ServiceCollection();
services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
services.AddGenAuthClient();
await using ServiceProvider provider = services.BuildServiceProvider();

AuthenticationClient genAuth = provider.GetRequiredService<AuthenticationClient>();

(await genAuth.SendSmsAsync(SmsChannel.Login, "5550100", "+86")).EnsureSuccess();
Console.WriteLine("sent");

if (Console.ReadLine() is { Length: > 0 } code)
{
    (await genAuth.SignInByPhonePassCodeAsync("5550100", code, "+86", new SignInOptions { AutoRegister = true })).EnsureSuccess();
    Console.WriteLine("signed in");
}
