using System.Net;
using System.Text;

namespace GenAuth.Sdk.Tests;

/// <summary>What a call may allocate, to the byte. Alone, because other tests' listeners would be paid for here.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public class AllocationTests
{
    private const int Rounds = 5;
    private const int Calls = 1000;
    private const string SignedIn = """{"statusCode":200,"message":"ok","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c","data":{"access_token":"access.token","id_token":"id.token","token_type":"Bearer","expires_in":7200}}""";

#if DEBUG && NET10_0 && !NETSTANDARD_SDK
    // A debug build makes every state machine an object. Tight, because a context that is not given back costs only 160 bytes.
    private const long SendBudget = 2400;
    private const long SignInBudget = 4600;
#elif DEBUG
    private const long SendBudget = 3100;
    private const long SignInBudget = 5400;
#elif NETSTANDARD_SDK
    // The platforms of this build cannot use a timer again.
    private const long SendBudget = 2120;
    private const long SignInBudget = 4410;
#else
    private const long SendBudget = 1760;
    private const long SignInBudget = 3960;
#endif

    [Fact]
    public void A_send_allocates_no_more_than_its_budget() =>
        AssertBudget(SendBudget, appSecret: null, ScriptedHandler.Success, static client => client.SendSmsAsync(SmsChannel.Login, "5550100", "+86"));

    [Fact]
    public void A_sign_in_allocates_no_more_than_its_budget() =>
        AssertBudget(SignInBudget, "app-secret", SignedIn, static client => client.SignInByPhonePassCodeAsync("5550100", "123456", "+86"));

    private static void AssertBudget<TResponse>(long budget, string? appSecret, string answer, Func<AuthenticationClient, Task<TResponse>> invoke)
        where TResponse : GenAuthResponse
    {
        using var http = new HttpClient(new FixedAnswerHandler(answer)) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new GenAuthClientOptions { AppId = "6540a1b2c3d4e5f601234567", AppSecret = appSecret, AppHost = new Uri("https://tenant.example") };
        var client = new AuthenticationClient(http, options);
        Measure(client, invoke);

        // The least of the rounds, because bytes that are not a call's only add, and not to every round.
        long perCall = Enumerable.Range(0, Rounds).Min(_ => Measure(client, invoke)) / Calls;

        TestContext.Current.SendDiagnosticMessage("{0} bytes per call", perCall);
        Assert.InRange(perCall, 1, budget);
    }

    /// <returns>The bytes that a round of calls allocates.</returns>
    private static long Measure<TResponse>(AuthenticationClient client, Func<AuthenticationClient, Task<TResponse>> invoke)
        where TResponse : GenAuthResponse
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            Task<TResponse> call = invoke(client);

            // Only what this thread allocates is counted, so nothing may move to another.
            Assert.True(call.IsCompletedSuccessfully);
            Assert.True(call.Result.IsSuccess);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class FixedAnswerHandler(string answer) : HttpMessageHandler
    {
        private readonly byte[] _answer = Encoding.UTF8.GetBytes(answer);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_answer) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
            return response;
        }
    }
}
