using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

using GenAuth.Sdk.Testing;
using GenAuth.Sdk.Tests.Shared;

using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.AspNetCore.Tests;

/// <summary>Whoever listens to logs, spans, metrics, audit events and caches learns no number, no code, no address and no token.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string Number = "18800008888";
    private const string Address = "203.0.113.77";

    // Long enough that no duration holds it by chance.
    private const string WrongCode = "9876501234";

    private readonly Eavesdropper _eavesdropper = new();
    private readonly ConcurrentQueue<PhoneSignInEvent> _events = new();
    private readonly RecordingCache _cache = new();

    [Fact]
    public async Task A_login_with_all_its_refusals_tells_nothing_private()
    {
        string[] secrets;
        await using (PhoneApp app = await StartAsync())
        {
            using Browser browser = app.OpenBrowser(Address), stranger = app.OpenBrowser(Address);
            app.GenAuth.Users.Add(Number, name: "Ada");
            await browser.AskForCodeAsync(Number);
            await browser.AskForCodeAsync("+86 188-0000-8888");
            await stranger.SignInAsync(Number, WrongCode);
            string code = await LoginTests.ReadCodeAsync(app, Number);
            await browser.SignInAsync(Number, WrongCode);
            Assert.Equal(204, (await browser.SignInAsync(Number, code)).Status);
            for (int send = 0; send < 4; send++)
                await browser.AskForCodeAsync(Number);
            app.GenAuth.Faults.Next("SignInByPhonePassCode", Fault.GatewayPage());
            await browser.SignInAsync(Number, code);
            await browser.AskForCodeAsync("+1 202 555 0100");
            await browser.SignOutAsync();
            secrets = ["8800008888", "2025550100", WrongCode, code, Address, "eyJ", "wrong or expired", "操作"];
        }

        Assert.Contains(_eavesdropper.Heard, line => line.Contains("sends-per-number", StringComparison.Ordinal));
        Assert.Contains(_eavesdropper.Heard, line => line.StartsWith("activity genauth.phone_sign_in.limit: sends-per-number", StringComparison.Ordinal));
        Assert.Contains(
            _eavesdropper.Heard,
            line => line.StartsWith("metric genauth.phone_sign_in.events 1 genauth.phone_sign_in.limit: sends-per-number", StringComparison.Ordinal));
        string[] heard = [.. _eavesdropper.Heard, .. _events.Select(happened => happened.ToString()), .. _cache.Keys];
        Assert.All(secrets, secret => Assert.DoesNotContain(heard, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keys_are_no_hash_that_anybody_could_compute()
    {
        await using PhoneApp app = await StartAsync();
        using Browser browser = app.OpenBrowser(Address);
        await browser.AskForCodeAsync(Number);

        string key = Assert.Single(_cache.Keys);

        Assert.StartsWith($"genauth:{app.GenAuth.AppId}:sent:", key, StringComparison.Ordinal);
        string[] guesses = [Number, "+86" + Number, "86" + Number];
        Assert.All(
            guesses,
            guess => Assert.DoesNotContain(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(guess))), key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_event_is_told_in_its_order()
    {
        await CauseEventsAsync();

        Assert.Equal(
            [PhoneSignInEventKind.CodeSent, PhoneSignInEventKind.NotBound, PhoneSignInEventKind.WrongCode, PhoneSignInEventKind.CountryRefused],
            _events.Select(happened => happened.Kind));
        Assert.Contains(_eavesdropper.Heard, line => line.Contains("GenAuth.Sdk.AspNetCore.PhoneSignIn Event: NotBound", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_hash_the_number()
    {
        await CauseEventsAsync();

        Assert.Single(_events.Take(3).Select(happened => happened.NumberHash).Distinct());
    }

    [Fact]
    public async Task Events_shorten_the_address()
    {
        await CauseEventsAsync();

        Assert.Equal(["203.0.113.0/24", "2001:db8:1::/48", "203.0.113.0/24", "203.0.113.0/24"], _events.Select(happened => happened.Network));
    }

    [Fact]
    public async Task A_listener_that_throws_changes_nothing()
    {
        await using PhoneApp app = await PhoneApp.StartAsync(options => options.OnEvent = _ => throw new InvalidOperationException(Number));
        using Browser browser = app.OpenBrowser();

        Assert.Equal(202, (await browser.AskForCodeAsync(Number)).Status);
    }

    public void Dispose() => _eavesdropper.Dispose();

    private async Task CauseEventsAsync()
    {
        await using PhoneApp app = await StartAsync();
        using Browser browser = app.OpenBrowser(Address), stranger = app.OpenBrowser("2001:db8:1:2:3::4");
        await browser.AskForCodeAsync(Number);
        await stranger.SignInAsync(Number, WrongCode);
        await browser.SignInAsync(Number, WrongCode);
        await browser.AskForCodeAsync("+1 202 555 0100");
    }

    private Task<PhoneApp> StartAsync() => PhoneApp.StartAsync(
        options => options.OnEvent = _events.Enqueue,
        emulator => emulator.CodeLength = WrongCode.Length,
        register: services => services.AddSingleton<ILoggerProvider>(_eavesdropper).AddSingleton<IDistributedCache>(_cache));
}
