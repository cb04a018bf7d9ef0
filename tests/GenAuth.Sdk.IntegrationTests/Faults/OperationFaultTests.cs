using System.Net;

using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>The faults of the matrix at every operation but a send: what the caller is told, how often it arrived, and what became of codes and tokens.</summary>
public sealed class OperationFaultTests
{
    private const string PhoneNumber = "5550100";
    private const int Attempts = 3;

    private static readonly (string Name, Fault Fault, RequestOutcome Outcome, bool IsRepeated, bool Acts)[] Cases =
    [
        ("reset", Fault.Reset(), RequestOutcome.Unknown, false, false),
        ("reset after accepting", Fault.Reset().AfterAccepting(), RequestOutcome.Unknown, false, true),
        ("close after accepting", Fault.Close().AfterAccepting(), RequestOutcome.Unknown, false, true),
        ("gateway 502 after accepting", Fault.GatewayPage(HttpStatusCode.BadGateway).AfterAccepting(), RequestOutcome.Unknown, false, true),
        ("gateway 503 with Retry-After", Fault.GatewayPage(HttpStatusCode.ServiceUnavailable).WithRetryAfter(TimeSpan.Zero).AfterAccepting(), RequestOutcome.Unknown, false, true),
        ("gateway 413", Fault.GatewayPage(HttpStatusCode.RequestEntityTooLarge), RequestOutcome.NotProcessed, false, false),
        ("gateway 429 with Retry-After", Fault.GatewayPage(HttpStatusCode.TooManyRequests).WithRetryAfter(TimeSpan.Zero), RequestOutcome.NotProcessed, true, false),
        ("status 500 after accepting", Fault.Answer(500).AfterAccepting(), RequestOutcome.Unknown, false, true),
        ("status 503", Fault.Answer(503), RequestOutcome.NotProcessed, true, false),
        ("status 401", Fault.Answer(401), RequestOutcome.NotProcessed, false, false),
        ("truncated success", Fault.Answer(200).AfterAccepting().Truncated(), RequestOutcome.Unknown, false, true),
    ];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (OperationCase operation in OperationCase.All)
            {
                foreach ((string name, _, _, _, _) in Cases)
                    rows.Add(operation.Name, name);
            }

            return rows;
        }
    }

    [Fact]
    public void Every_operation_but_a_send_is_a_case() => Assert.Equal(
        typeof(AuthenticationClient).GetMethods()
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .Select(method => method.Name)
            .Except(["SendSmsAsync"])
            .Order(StringComparer.Ordinal),
        OperationCase.All.Select(operation => operation.Name + "Async").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_fault_ends_as_the_table_says(string operationName, string faultName)
    {
        OperationCase operation = OperationCase.All.Single(operation => operation.Name == operationName);
        (_, Fault fault, RequestOutcome outcome, bool isRepeated, bool acts) = Cases.Single(line => line.Name == faultName);

        // Its clock stands still, so that codes, tokens and windows last as long as the machine needs.
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new() { TimeProvider = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) });
        AuthenticationClient client = Preparation.CreateClient(genAuth);
        PreparedCall call = await operation.PrepareAsync(new Preparation(genAuth, client, PhoneNumber));
        (int requests, int sms) = (genAuth.RequestCount, genAuth.Inbox.Messages.Count);
        genAuth.Faults.Always(fault);

        (RequestOutcome actual, GenAuthException? failure) = await call.RunAsync();

        genAuth.Faults.Clear();
        int expected = isRepeated || (outcome is RequestOutcome.Unknown && operation.OnlyReads) ? Attempts : 1;
        Assert.Equal((outcome, expected), (actual, genAuth.RequestCount - requests));
        Assert.Equal(acts && operation.SendsSms ? 1 : 0, genAuth.Inbox.Messages.Count - sms);
        AssertSpeaksOf(operation, failure!, call.Secret);

        bool succeedsNow = (await call.InvokeAsync()).IsSuccess;
        Assert.Equal(operation.OnlyReads || !acts, succeedsNow);
    }

    private static void AssertSpeaksOf(OperationCase operation, GenAuthException failure, string secret)
    {
        Assert.Equal(operation.Name, failure.Operation);
        Assert.Contains(operation.Name, failure.Message, StringComparison.Ordinal);
        Assert.Equal(operation.SendsSms, failure.Message.Contains("SMS", StringComparison.Ordinal));
        Assert.Equal(operation.SendsSms && failure.Outcome is RequestOutcome.Unknown ? TimeSpan.FromMinutes(1) : null, failure.ResendAfter);
        Assert.DoesNotContain(secret, failure.Message, StringComparison.Ordinal);
    }
}
