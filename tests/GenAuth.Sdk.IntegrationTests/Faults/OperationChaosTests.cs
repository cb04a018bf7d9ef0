using System.Globalization;
using System.Net;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>Every operation many times at once through seeded faults: no code or token is used twice, and no outcome is false.</summary>
public sealed class OperationChaosTests
{
    private const int CallsPerOperation = 50;
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

    [Fact(Timeout = 300_000)]
    public async Task No_call_is_done_twice_or_ends_in_a_false_outcome()
    {
        using var free = new SemaphoreSlim(InFlight);
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        async Task<TResult[]> ForEachAsync<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, Task<TResult>> runAsync) => await Task.WhenAll(items.Select(async item =>
        {
            await free.WaitAsync(cancellationToken);
            try
            {
                return await runAsync(item);
            }
            finally
            {
                free.Release();
            }
        }));

        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new() { TimeProvider = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) });
        AuthenticationClient client = Preparation.CreateClient(genAuth);
        (OperationCase Operation, string Number)[] all =
            [.. OperationCase.All.SelectMany((operation, index) => Enumerable.Range(index * CallsPerOperation, CallsPerOperation)
                .Select(number => (operation, string.Create(CultureInfo.InvariantCulture, $"5550{number:000}"))))];
        (OperationCase Operation, PreparedCall Call)[] prepared = await ForEachAsync(
            all,
            async item => (item.Operation, await item.Operation.PrepareAsync(new Preparation(genAuth, client, item.Number))));
        int sms = genAuth.Inbox.Messages.Count;
        genAuth.Faults.Randomly(Seed, 0.5, Faults);

        (OperationCase Operation, PreparedCall Call, RequestOutcome Outcome)[] results = await ForEachAsync(
            prepared,
            async item => (item.Operation, item.Call, (await item.Call.RunAsync()).Outcome));

        genAuth.Faults.Clear();
        Assert.InRange(genAuth.Inbox.Messages.Count - sms, 1, CallsPerOperation);
        (OperationCase Operation, RequestOutcome Outcome, bool SucceedsNow)[] again = await ForEachAsync(
            results,
            async item => (item.Operation, item.Outcome, (await item.Call.InvokeAsync()).IsSuccess));
        Assert.All(again.Where(item => item.Operation.OnlyReads), item => Assert.True(item.SucceedsNow));
        Assert.All(
            again.Where(item => !item.Operation.OnlyReads && item.Outcome is not RequestOutcome.Unknown),
            item => Assert.Equal((item.Operation, item.Outcome is RequestOutcome.NotProcessed), (item.Operation, item.SucceedsNow)));
        Assert.Equal(3, again.Select(item => item.Outcome).Distinct().Count());
    }

    private static IEnumerable<Fault> BeforeOrAfterAccepting(Fault fault) => [fault, fault.AfterAccepting()];
}
