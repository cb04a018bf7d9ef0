using Microsoft.Extensions.Options;

using Quickstart;

const int BadArguments = 2;

string? appId = Environment.GetEnvironmentVariable("GENAUTH_APP_ID");
string? appHost = Environment.GetEnvironmentVariable("GENAUTH_APP_HOST");

if (args.Length == 0 && appId is null && appHost is null)
    return await LocalTour.RunAsync();

if (args.Length is >= 1 and <= 3 && appId is not null && Uri.TryCreate(appHost, UriKind.Absolute, out Uri? address))
{
    try
    {
        return await RealSend.RunAsync(appId, address, Environment.GetEnvironmentVariable("GENAUTH_APP_SECRET"), phoneNumber: args[0], phoneCountryCode: args.ElementAtOrDefault(1), channel: args.ElementAtOrDefault(2) ?? "CHANNEL_LOGIN");
    }
    catch (Exception exception) when (exception is ArgumentException or OptionsValidationException)
    {
        Console.Error.WriteLine(exception.Message);
    }
}

Console.Error.WriteLine("""
    usage: Quickstart
             shows the SDK against a local GenAuth: no account, no network

           GENAUTH_APP_ID=<app id> GENAUTH_APP_HOST=https://<name>.genauth.ai Quickstart <phoneNumber> [countryCode] [channel]
             sends a real SMS to a real phone, then asks for the code and signs in; for example: 5550100 +86 CHANNEL_LOGIN
             GENAUTH_APP_SECRET=<secret>, where the application has one
    """);
return BadArguments;
