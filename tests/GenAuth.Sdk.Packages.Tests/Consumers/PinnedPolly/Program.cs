using System.Diagnostics;

using GenAuth.Sdk;

var genAuth = new AuthenticationClient(new GenAuthClientOptions { AppHost = new Uri(args[0]), AppId = args[1] });
SendSMSRespDto response = await genAuth.SendSmsAsync(SmsChannel.Login, "5550100");

string polly = Path.Combine(AppContext.BaseDirectory, "Polly.Core.dll");
Console.WriteLine($"{(response.IsSuccess ? "sent" : response.Message)}, with Polly.Core {FileVersionInfo.GetVersionInfo(polly).FileVersion}");
