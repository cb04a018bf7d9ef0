using System.Net;

using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>The faults of the matrix at the operations that take a code: what the caller is told, how often it arrived, and what became of the code.</summary>
public sealed class OperationFaultTests
{
    private const string PhoneNumber = "5550100";
    private const int Attempts = 3;

    private static readonly (string Name, Fault Fault, RequestOutcome Outcome, bool IsRepeated)[] Cases =
    [
        ("reset", Fault.Reset(), RequestOutcome.Unknown, false),
        ("reset after accepting", Fault.Reset().AfterAccepting(), RequestOutcome.Unknown, false),
        ("close after accepting", Fault.Close().AfterAccepting(), RequestOutcome.Unknown, false),
        ("gateway 502 after accepting", Fault.GatewayPage(HttpStatusCode.BadGateway).AfterAccepting(), RequestOutcome.Unknown, false),
        ("gateway 503 with Retry-After", Fault.GatewayPage(HttpStatusCode.ServiceUnavailable).WithRetryAfter(TimeSpan.Zero).AfterAccepting(), RequestOutcome.Unknown, false),
        ("gateway 413", Fault.GatewayPage(HttpStatusCode.RequestEntityTooLarge), RequestOutcome.NotProcessed, false),
        ("gateway 429 with Retry-After", Fault.GatewayPage(HttpStatusCode.TooManyRequests).WithRetryAfter(TimeSpan.Zero), RequestOutcome.NotProcessed, true),
        ("status 500 after accepting", Fault.Answer(500).AfterAccepting(), RequestOutcome.Unknown, false),
        ("status 503", Fault.Answer(503), RequestOutcome.NotProcessed, true),
        ("status 401", Fault.Answer(401), RequestOutcome.NotProcessed, false),
        ("truncated success", Fault.Answer(200).AfterAccepting().Truncated(), RequestOutcome.Unknown, false),
    ];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (OperationCase operation in OperationCase.All)
            {
                foreach ((string name, _, _, _) in Cases)
                    rows.Add(operation.Name, name);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_fault_ends_as_the_table_says(string operationName, string faultName)
    {
        OperationCase operation = OperationCase.All.Single(operation => operation.Name == operationName);
        (_, Fault fault, RequestOutcome outcome, bool isRepeated) = Cases.Single(line => line.Name == faultName);
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync();
        AuthenticationClient client = genAuth.CreateClient(options => options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1));
        string code = await operation.SendCodeAsync(genAuth, client, PhoneNumber);
        int before = genAuth.RequestCount;
        genAuth.Faults.Always(fault);

        (RequestOutcome actual, string message) = await RunAsync(operation, client, code);

        genAuth.Faults.Clear();
        int expected = isRepeated || (outcome is RequestOutcome.Unknown && operation.RepeatsUnknown) ? Attempts : 1;
        Assert.Equal((outcome, expected), (actual, genAuth.RequestCount - before));
        Assert.DoesNotContain("SMS", message, StringComparison.Ordinal);
        Assert.DoesNotContain(code, message, StringComparison.Ordinal);
        if (outcome is RequestOutcome.NotProcessed)
            Assert.True(genAuth.Redeem(operation.Channel, PhoneNumber, code), "What was not processed leaves the code good.");
    }

    private static async Task<(RequestOutcome Outcome, string Message)> RunAsync(OperationCase operation, AuthenticationClient client, string code)
    {
        try
        {
            GenAuthResponse response = await operation.InvokeAsync(client, PhoneNumber, code);
            return (response.Outcome, Assert.Throws<GenAuthApiException>(response.EnsureSuccess).Message);
        }
        catch (GenAuthException exception) when (exception is not GenAuthApiException)
        {
            Assert.Equal(operation.Name, exception.Operation);
            return (exception.Outcome, exception.Message);
        }
    }
}
