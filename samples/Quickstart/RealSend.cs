using GenAuth.Sdk;

using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>One real SMS through the real service, and the sign-in that its code is for.</summary>
internal static class RealSend
{
    /// <summary>Sends the SMS and signs in; 0 when GenAuth accepted both.</summary>
    public static async Task<int> RunAsync(string appId, Uri appHost, string? appSecret, string phoneNumber, string? phoneCountryCode, string channel)
    {
        var services = new ServiceCollection();
        services.AddGenAuthClient(options =>
        {
            options.AppId = appId;
            options.AppHost = appHost;
            options.AppSecret = appSecret;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        try
        {
            AuthenticationClient client = provider.GetRequiredService<AuthenticationClient>();
            SendSMSRespDto sent = await client.SendSmsAsync(channel, phoneNumber, phoneCountryCode);
            Display.Show(sent);
            Console.WriteLine($"   {sent.ErrorKind}, {sent.Outcome}");
            if (!sent.IsSuccess || channel != SmsChannel.Login.Value)
                return sent.IsSuccess ? 0 : 1;

            Console.Write("Code: ");
            if (Console.ReadLine() is not { Length: > 0 } code)
                return 0;

            GenAuthResponse<LoginTokens> login = await client.SignInByPhonePassCodeAsync(phoneNumber, code, phoneCountryCode);
            Display.Show(login);
            Console.WriteLine($"   {login.ErrorKind}, {login.Outcome}");
            if (login.Data?.AccessToken is { } accessToken)
                Console.WriteLine($"   Signed in as {await UserInfo.ReadAsync(appHost, accessToken)}");
            return login.IsSuccess ? 0 : 1;
        }
        catch (GenAuthException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
