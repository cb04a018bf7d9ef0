using GenAuth.Sdk;

using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>One real SMS through the real service.</summary>
internal static class RealSend
{
    /// <summary>Sends it; 0 when GenAuth accepted it.</summary>
    public static async Task<int> RunAsync(string appId, Uri appHost, string phoneNumber, string? phoneCountryCode, string channel)
    {
        var services = new ServiceCollection();
        services.AddGenAuthClient(options =>
        {
            options.AppId = appId;
            options.AppHost = appHost;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();

        try
        {
            SendSMSRespDto response = await provider.GetRequiredService<AuthenticationClient>().SendSmsAsync(channel, phoneNumber, phoneCountryCode);
            Display.Show(response);
            Console.WriteLine($"   {response.ErrorKind}, {response.Outcome}");
            return response.IsSuccess ? 0 : 1;
        }
        catch (GenAuthException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
