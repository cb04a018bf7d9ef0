using System.Diagnostics;
using System.Net;

using GenAuth.Sdk.IntegrationTests.Emulator;
using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>What a send really came to.</summary>
internal sealed record ObservedSend(FaultCase Case, bool Https, Expected Expected, Expected Actual, TimeSpan Elapsed)
{
    // Beyond what has to be waited for: generous, for machines that do other things as well.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    public bool IsAsExpected =>
        Actual == Expected with { AtLeast = default }
        && Elapsed >= Expected.AtLeast - TimeSpan.FromMilliseconds(20)
        && Elapsed <= Expected.AtLeast + Slack;

    /// <summary>Sends once, to an emulator of its own, while the fault lasts.</summary>
    public static async Task<ObservedSend> RunAsync(FaultCase faultCase, bool https, Expected expected)
    {
        // Without the one-minute rule: it would keep a second SMS from showing.
        await using GenAuthEmulator emulator = await GenAuthEmulator.StartAsync(new() { UseHttps = https, ResendWindow = TimeSpan.Zero });
        await faultCase.Arrange(emulator);

        GenAuthClientOptions options = emulator.CreateClientOptions();
        options.AttemptTimeout = faultCase.AttemptTimeout;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(10);

        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All };
        if (faultCase.TrustsCertificate)
            handler.SslOptions = Trust.In(emulator);
        using var httpClient = new HttpClient(handler);

        // Over http the client's own connections; over https somebody has to trust the certificate.
        var client = https ? new AuthenticationClient(httpClient, options) : new AuthenticationClient(options);

        long start = Stopwatch.GetTimestamp();
        (string result, RequestOutcome outcome, int? attempts) = await SendAsync(client);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

        var actual = new Expected(result, outcome, attempts, emulator.RequestCount, emulator.Inbox.Messages.Count);
        return new ObservedSend(faultCase, https, expected, actual, elapsed);
    }

    private static async Task<(string Result, RequestOutcome Outcome, int? Attempts)> SendAsync(AuthenticationClient client)
    {
        try
        {
            SendSMSRespDto response = await client.SendSmsAsync(SmsChannel.Login, "5550100", "+86");
            return (response.ApiCode is { } apiCode ? $"{response.StatusCode}/{apiCode}" : $"{response.StatusCode}", response.Outcome, null);
        }
        catch (GenAuthException exception)
        {
            return (exception.GetType().Name, exception.Outcome, exception.Attempts);
        }
    }
}
