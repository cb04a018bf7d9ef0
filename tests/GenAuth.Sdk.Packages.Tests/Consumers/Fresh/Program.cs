using GenAuth.Sdk;

var genAuth = new AuthenticationClient(new GenAuthClientOptions
{
    AppId = args[1],
    AppHost = new Uri(args[0]),
});

await genAuth.SendSmsAsync(SmsChannel.Login, "5550100", "+86");
Console.WriteLine("sent");
