using GenAuth.Sdk;
using GenAuth.Sdk.Testing;

using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>A whole phone login and what can go wrong with it, over real HTTP against a GenAuth on this machine.</summary>
internal static class LocalTour
{
    private const string PhoneNumber = "5550100";

    /// <summary>Runs the tour; 0 when everything it showed is what it should be.</summary>
    public static async Task<int> RunAsync()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();

        var services = new ServiceCollection();
        services.AddGenAuthClient(options =>
        {
            options.AppId = genAuth.AppId;
            options.AppHost = genAuth.AppHost;
            options.Language = "en-US";
        });
        services.AddKeyedGenAuthClient("misconfigured", options =>
        {
            options.AppId = "no-such-app";
            options.AppHost = genAuth.AppHost;
            options.Language = "en-US";
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        AuthenticationClient client = provider.GetRequiredService<AuthenticationClient>();
        AuthenticationClient misconfigured = provider.GetRequiredKeyedService<AuthenticationClient>("misconfigured");

        Console.WriteLine($"A GenAuth of its own listens on {genAuth.AppHost}");

        Console.WriteLine("\n1. Send a login code");
        SendSMSRespDto sent = await client.SendSmsAsync(SmsChannel.Login, PhoneNumber, "+86");
        Display.Show(sent);
        bool asExpected = sent is { IsSuccess: true, Outcome: RequestOutcome.Processed };
        SmsMessage sms = await genAuth.Inbox.WaitForAsync(PhoneNumber);
        Console.WriteLine($"   The phone received the code {sms.Code} for {sms.Channel}.");

        Console.WriteLine("\n2. Sign in with it");
        GenAuthResponse<LoginTokens> login = await client.SignInByPhonePassCodeAsync(PhoneNumber, sms.Code, "+86", new SignInOptions { AutoRegister = true });
        Display.Show(login);
        asExpected &= login is { IsSuccess: true, Data.AccessToken: not null };
        if (login.IsSuccess)
            Console.WriteLine($"   Signed in as {await UserInfo.ReadAsync(genAuth.AppHost, login.Data!.AccessToken!)}");

        Console.WriteLine("\n3. Sign in with a wrong code");
        GenAuthResponse<LoginTokens> wrongCode = await client.SignInByPhonePassCodeAsync(PhoneNumber, sms.Code, "+86");
        Display.Show(wrongCode);
        Console.WriteLine($"   {wrongCode.ErrorKind}, {wrongCode.Outcome}: a code is good once, and this one was used.");
        asExpected &= wrongCode is { StatusCode: 499, ApiCode: GenAuthApiCodes.CodeWrongOrExpired, ErrorKind: GenAuthErrorKind.InvalidCode };

        Console.WriteLine("\n4. Send again within the minute");
        SendSMSRespDto tooSoon = await client.SendSmsAsync(SmsChannel.Login, PhoneNumber, "+86");
        Display.Show(tooSoon);
        Console.WriteLine($"   {tooSoon.ErrorKind}, {tooSoon.Outcome}: show a countdown and offer \"send again\" after a minute.");
        asExpected &= tooSoon is { StatusCode: 422, ApiCode: GenAuthApiCodes.SmsSentTooRecently, ErrorKind: GenAuthErrorKind.ResendTooSoon };

        Console.WriteLine("\n5. Send with a wrong app id");
        SendSMSRespDto wrongApp = await misconfigured.SendSmsAsync(SmsChannel.Login, PhoneNumber, "+86");
        Display.Show(wrongApp);
        Console.WriteLine($"   {wrongApp.ErrorKind}, {wrongApp.Outcome}: alert the operator, a retry will not help.");
        asExpected &= wrongApp is { StatusCode: 499, ApiCode: GenAuthApiCodes.ApplicationNotFound, ErrorKind: GenAuthErrorKind.Configuration };

        Console.WriteLine(asExpected ? "\nAll as it should be." : "\nThat is not what should have happened.");
        return asExpected ? 0 : 1;
    }
}
