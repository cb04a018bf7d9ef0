using GenAuth.Sdk.Testing;

// A GenAuth in a process of its own, for programs in any language. The first line is its address; Enter lists the codes.
await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();
Console.WriteLine(genAuth.AppHost);

while (await Console.In.ReadLineAsync() is not null)
{
    foreach (SmsMessage sms in genAuth.Inbox.Messages)
        Console.WriteLine($"{sms.Channel} to {sms.PhoneCountryCode} {sms.PhoneNumber}: {sms.Code}");
}
