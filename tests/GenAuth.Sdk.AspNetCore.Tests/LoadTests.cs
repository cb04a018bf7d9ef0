using System.Collections.Concurrent;
using System.Net;
using System.Text;

using GenAuth.Sdk.AspNetCore.Internal;
using GenAuth.Sdk.Testing;

using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Floods: as many SMSes as the limit that binds, as few calls as are allowed at once, and no memory that stays.</summary>
public class LoadTests
{
    private const int Unlimited = 1_000_000;

    public static TheoryData<string, int> Bindings => new() { { "number", 400 }, { "address", 500 }, { "country", 120 } };

    [Theory]
    [MemberData(nameof(Bindings))]
    public async Task A_thousand_sends_at_once_cost_what_the_binding_limit_says(string binding, int messages)
    {
        await using PhoneApp app = await PhoneApp.StartAsync(
            options =>
            {
                options.MaxConcurrentCalls = 1_000;
                options.Sends.PermitLimit = Unlimited;
                options.SendsPerNumber.PermitLimit = binding == "number" ? 2 : Unlimited;
                options.SendsPerAddress.PermitLimit = binding == "address" ? 10 : Unlimited;
                options.SendsPerCountry.PermitLimit = binding == "country" ? 120 : Unlimited;
            },
            emulator => emulator.ResendWindow = TimeSpan.Zero);

        BrowserResponse[] responses = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(send => Task.Run(() => AskAsync(app, send))));

        Assert.Equal(
            (messages, messages, 1_000 - messages),
            (app.GenAuth.Inbox.Messages.Count, responses.Count(response => response.Status == 202), responses.Count(response => response.Status == 429)));
    }

    [Fact]
    public async Task A_silent_service_gets_at_most_a_hundred_calls_at_once()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(
            options => (options.Sends.PermitLimit, options.SendsPerNumber.PermitLimit, options.SendsPerAddress.PermitLimit, options.SendsPerCountry.PermitLimit) =
                (Unlimited, Unlimited, Unlimited, Unlimited),
            emulator => emulator.ResendWindow = TimeSpan.Zero,
            configureClient: client => client.AttemptTimeout = client.TotalTimeout = TimeSpan.FromMinutes(10));
        app.GenAuth.Faults.Always(Fault.Silence());
        var refused = new ConcurrentQueue<BrowserResponse>();
        var all = new TaskCompletionSource();

        for (int send = 0; send < 3_000; send++)
            _ = AskAsync(app, send).ContinueWith(Note, TaskScheduler.Default);
        await all.Task.WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        Assert.All(refused, response => Assert.Equal((503, "try-again", 5), (response.Status, response.Problem, response.RetryAfter)));
        Assert.Equal(100, app.GenAuth.RequestCount);

        void Note(Task<BrowserResponse> asking)
        {
            if (!asking.IsCompletedSuccessfully)
                return;
            refused.Enqueue(asking.Result);
            if (refused.Count == 2_900)
                all.TrySetResult();
        }
    }

    [Fact]
    public async Task Keys_of_random_numbers_are_limited_by_country_until_the_window_ends()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => (options.Sends.PermitLimit, options.SendsPerAddress.PermitLimit) = (Unlimited, Unlimited));
        PhoneSignIn phone = app.Services.GetRequiredKeyedService<PhoneSignIn>(string.Empty);
        var random = new Random(5550100);

        int most = 0;
        for (int send = 0; send < 200_000; send++)
        {
            Internal.Numbers.RequestedNumber number =
                Internal.Numbers.RequestedNumber.Read(random.NextInt64(10_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture), null, "+86")!;
            await phone.SendLimits.AskAsync(number, new IPAddress(random.Next(1_000)));
            most = Math.Max(most, phone.SendLimits.NumberCount);
        }

        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.InRange(most, 900, 1_000);
        Assert.Equal(0, phone.SendLimits.NumberCount);
    }

    // 50 addresses ask 20 times each, and 200 numbers are asked for 5 times each.
    private static async Task<BrowserResponse> AskAsync(PhoneApp app, int send)
    {
        using Browser browser = app.OpenBrowser($"203.0.113.{send % 50}");
        using var body = new StringContent($$"""{"phoneNumber":"5550{{send / 5 % 200:000}}"}""", Encoding.UTF8, "application/json");
        return await browser.PostAsync("code", body);
    }
}
