using GenAuth.Sdk.Testing;

using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Sdk.IntegrationTests.Faults;

/// <summary>The same call many times at once: a code and a token are good once.</summary>
public sealed class OperationRaceTests
{
    public static TheoryData<string> Names => [.. OperationCase.All.Where(operation => !operation.OnlyReads).Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Of_64_at_once_exactly_one_succeeds(string name)
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(new() { TimeProvider = new FakeTimeProvider(TimeProvider.System.GetUtcNow()) });
        AuthenticationClient client = Preparation.CreateClient(genAuth);
        PreparedCall call = await OperationCase.All.Single(operation => operation.Name == name).PrepareAsync(new Preparation(genAuth, client, "5550100"));

        GenAuthResponse[] responses = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => call.InvokeAsync()));

        Assert.Single(responses, response => response.IsSuccess);
        Assert.All(responses.Where(response => !response.IsSuccess), response => Assert.Equal(RequestOutcome.NotProcessed, response.Outcome));
    }
}
