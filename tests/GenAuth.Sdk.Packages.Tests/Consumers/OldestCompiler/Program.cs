using GenAuth.Sdk;

var genAuth = new AuthenticationClient(new GenAuthClientOptions { AppHost = new Uri(args[0]), AppId = args[1] });
SendSMSRespDto response = await genAuth.SendSmsAsync(SmsChannel.Login, "5550100");
Console.WriteLine(response.IsSuccess ? "sent" : response.Message);
