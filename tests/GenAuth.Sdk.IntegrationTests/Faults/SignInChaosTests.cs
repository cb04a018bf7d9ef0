using System.Globalization;
using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>Many sign-ins at once through seeded faults: no code is used twice, and no outcome is false.</summary>
public sealed class SignInChaosTests
{
    private const int SignIns = 600;
    private const int InFlight = 32;
    private const int Seed = 5550100;

    private static readonly Fault[] Faults =
    [
        .. BeforeOrAfterAccepting(Fault.Close()),
        .. BeforeOrAfterAccepting(Fault.Reset()),
        .. BeforeOrAfterAccepting(Fault.GatewayPage()),
        .. BeforeOrAfterAccepting(Fault.GatewayPage(HttpStatusCode.ServiceUnavailable).WithRetryAfter(TimeSpan.Zero)),
        .. BeforeOrAfterAccepting(Fault.Answer(500)),
        .. BeforeOrAfterAccepting(Fault.Answer(408)),
        .. BeforeOrAfterAccepting(Fault.Http(HttpStatusCode.OK, """{"code":503}""", "application/json")),
        Fault.Answer(503),
        Fault.Answer(429).WithRetryAfter(TimeSpan.Zero),
        Fault.Answer(401),
        Fault.GatewayPage(HttpStatusCode.TooManyRequests),
        Fault.Answer(200).AfterAccepting().Truncated(),
    ];

    [Fact(Timeout = 120_000)]
    public async Task No_code_is_used_twice_and_no_outcome_is_false()
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();
        AuthenticationClient client = genAuth.CreateClient(options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        OperationCase signIn = OperationCase.All.Single(operation => operation.Name == "SignInByPhonePassCode");
        string[] numbers = [.. Enumerable.Range(0, SignIns).Select(index => string.Create(CultureInfo.InvariantCulture, $"5550{index:000}"))];
        var codes = new Dictionary<string, string>();
        foreach (string number in numbers)
            codes[number] = await signIn.SendCodeAsync(genAuth, client, number);
        genAuth.Faults.Randomly(Seed, 0.5, Faults);

        using var free = new SemaphoreSlim(InFlight);
        (string Number, RequestOutcome Outcome)[] results = await Task.WhenAll(numbers.Select(async number =>
        {
            await free.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                return (number, await SignInAsync(signIn, client, number, codes[number]));
            }
            finally
            {
                free.Release();
            }
        }));
        genAuth.Faults.Clear();

        Assert.All(results, result =>
        {
            bool isRegistered = genAuth.Users.Find(result.Number) is not null;
            bool isCodeGood = genAuth.Redeem(SmsChannel.Login, result.Number, codes[result.Number]);
            Assert.NotEqual(isRegistered, isCodeGood);
            if (result.Outcome is RequestOutcome.Processed)
                Assert.True(isRegistered);
            if (result.Outcome is RequestOutcome.NotProcessed)
                Assert.False(isRegistered);
        });
        Assert.Equal(3, results.Select(result => result.Outcome).Distinct().Count());
    }

    private static async Task<RequestOutcome> SignInAsync(OperationCase signIn, AuthenticationClient client, string number, string code)
    {
        try
        {
            return (await signIn.InvokeAsync(client, number, code)).Outcome;
        }
        catch (GenAuthException exception)
        {
            return exception.Outcome;
        }
    }

    private static IEnumerable<Fault> BeforeOrAfterAccepting(Fault fault) => [fault, fault.AfterAccepting()];
}
