using System.Globalization;
using System.Net;

using GenAuth.Sdk.IntegrationTests.Emulator;
using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>Thousands of sends at once, over http and https, through faults that a seed chooses.</summary>
internal sealed class ChaosRun
{
    public const int InFlight = 64;
    public const int MaxRetries = 2;

    private const int RepeatedNumbers = 40;

    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(2);

    private readonly int _seed;
    private readonly int _sends;
    private readonly bool _retryUnknownOutcomes;
    private readonly TimeSpan _resendWindow;

    /// <param name="seed">Where the chances begin.</param>
    /// <param name="sends">How many sends to make.</param>
    /// <param name="retryUnknownOutcomes">Whether the client opts in to repeats after unknown outcomes.</param>
    /// <param name="hasResendWindow">Whether the service refuses a second SMS within a minute. Without that rule the second SMSes show that it hides.</param>
    public ChaosRun(int seed, int sends, bool retryUnknownOutcomes = false, bool hasResendWindow = true)
    {
        _seed = seed;
        _sends = sends;
        _retryUnknownOutcomes = retryUnknownOutcomes;
        _resendWindow = hasResendWindow ? TimeSpan.FromMinutes(1) : TimeSpan.Zero;
    }

    public async Task<ChaosReport> RunAsync(CancellationToken cancellationToken)
    {
        await using GenAuthEmulator plain = await GenAuthEmulator.StartAsync(new() { ResendWindow = _resendWindow }, cancellationToken);
        await using GenAuthEmulator secure = await GenAuthEmulator.StartAsync(new() { ResendWindow = _resendWindow, UseHttps = true }, cancellationToken);
        plain.Faults.Randomly(_seed, 0.5, ChaosFaults.All);
        secure.Faults.Randomly(_seed + 1, 0.5, ChaosFaults.All);

        ChaosCall[] calls;
        int connections;
        using (var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            SslOptions = Trust.In(secure),
        })
        using (var httpClient = new HttpClient(handler))
        {
            calls = await SendAsync([(plain, ClientOf(plain, httpClient)), (secure, ClientOf(secure, httpClient))], cancellationToken);
            connections = Footprint.ConnectionsTo(plain.AppHost.Port) + Footprint.ConnectionsTo(secure.AppHost.Port);
        }

        // Only when nothing is on its way any more the inboxes say how it ended.
        await Eventually.PassesAsync(() => Assert.Equal(0, Footprint.ConnectionsTo(plain.AppHost.Port) + Footprint.ConnectionsTo(secure.AppHost.Port)));
        ILookup<string, SmsMessage> accepted = plain.Inbox.Messages.Concat(secure.Inbox.Messages).ToLookup(sms => sms.AccessToken!);
        return new ChaosReport(calls, call => accepted[call.AccessToken].Count(), plain.RequestCount + secure.RequestCount, connections);
    }

    private AuthenticationClient ClientOf(GenAuthEmulator emulator, HttpClient httpClient)
    {
        GenAuthClientOptions options = emulator.CreateClientOptions();
        options.AttemptTimeout = TimeSpan.FromSeconds(0.4);
        options.TotalTimeout = TotalTimeout;
        options.Retry = new GenAuthRetryOptions { MaxRetries = MaxRetries, BaseDelay = TimeSpan.FromMilliseconds(5), RetryUnknownOutcomes = _retryUnknownOutcomes };
        return new AuthenticationClient(httpClient, options);
    }

    private async Task<ChaosCall[]> SendAsync((GenAuthEmulator Emulator, AuthenticationClient Client)[] targets, CancellationToken cancellationToken)
    {
        var random = new Random(_seed);
        using var free = new SemaphoreSlim(InFlight);
        var sending = new Task<ChaosCall>[_sends];
        for (int i = 0; i < _sends; i++)
        {
            await free.WaitAsync(cancellationToken);
            (GenAuthEmulator emulator, AuthenticationClient client) = targets[i % targets.Length];

            // Chance chooses among requests; a connection that is refused before there is one has to be asked for.
            if (random.Next(50) == 0)
                emulator.Faults.Next(Fault.Refuse());

            sending[i] = SendAsync(NextCall(random, i), client, free);
        }

        return await Task.WhenAll(sending).WaitAsync(cancellationToken);
    }

    private static ChaosCall NextCall(Random random, int index)
    {
        int number = random.Next(5) == 0 ? random.Next(RepeatedNumbers) : RepeatedNumbers + index;
        TimeSpan? cancelAfter = random.Next(20) == 0 ? TimeSpan.FromMilliseconds(random.Next(1, 20)) : null;
        return new ChaosCall(
            string.Create(CultureInfo.InvariantCulture, $"call-{index}"),
            string.Create(CultureInfo.InvariantCulture, $"5550{number:000}"),
            cancelAfter);
    }

    private static async Task<ChaosCall> SendAsync(ChaosCall call, AuthenticationClient client, SemaphoreSlim free)
    {
        // Elsewhere, so that a send that ends at once does not hold up the next one.
        await Task.Yield();
        try
        {
            return await call.SendAsync(client);
        }
        finally
        {
            free.Release();
        }
    }
}
