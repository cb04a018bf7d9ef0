using GenAuth.Sdk.Internal.Calls;
using GenAuth.Sdk.Tests.Conventions;

using static GenAuth.Sdk.Tests.ScriptedHandler;

namespace GenAuth.Sdk.Tests.Operations;

/// <summary>What used up a code or a token, or sent an SMS, is never done twice.</summary>
public class UnknownOutcomeTests
{
    [Theory]
    [MemberData(nameof(OperationCall.Names), MemberType = typeof(OperationCall))]
    public async Task A_reset_after_one_request_speaks_of_the_operation(string name)
    {
        using TestClient client = RepeatingSends().Returning(FailAfterSending(new IOException("reset")));

        GenAuthConnectionException exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => OperationCall.Get(name).InvokeAsync(client, "at.user", "123456", null));

        Assert.Equal((RequestOutcome.Unknown, 1, 1), (exception.Outcome, exception.Attempts, client.Requests));
        Assert.EndsWith($"to {name}. {Find(name).Text.Unknown}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OperationCall.Names), MemberType = typeof(OperationCall))]
    public async Task A_status_that_proves_nothing_is_returned_at_once(string name)
    {
        using TestClient client = RepeatingSends().Returning(Status(500));

        GenAuthResponse response = await OperationCall.Get(name).InvokeAsync(client, "at.user", "123456", null);

        Assert.Equal((RequestOutcome.Unknown, 1), (response.Outcome, client.Requests));
        Assert.EndsWith(Find(name).Text.Unknown, Assert.Throws<GenAuthApiException>(response.EnsureSuccess).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OperationCall.Names), MemberType = typeof(OperationCall))]
    public async Task A_wrong_code_or_a_stranger_is_refused_once(string name)
    {
        (int Status, int? ApiCode, GenAuthErrorKind Kind)[] refusals =
            [(499, 2001, GenAuthErrorKind.InvalidCode), (401, 2020, GenAuthErrorKind.Unauthorized), (422, 9999, GenAuthErrorKind.InvalidOperation)];
        foreach ((int status, int? apiCode, GenAuthErrorKind kind) in refusals)
        {
            using TestClient client = RepeatingSends().Returning(Status(status, apiCode));

            GenAuthResponse response = await OperationCall.Get(name).InvokeAsync(client, "at.user", "123456", null);

            Assert.Equal((kind, RequestOutcome.NotProcessed, 1), (response.ErrorKind, response.Outcome, client.Requests));
        }
    }

    [Theory]
    [MemberData(nameof(OperationCall.Names), MemberType = typeof(OperationCall))]
    public async Task Maintenance_is_repeated_because_nothing_happened(string name)
    {
        OperationCall call = OperationCall.Get(name);
        using TestClient client = new TestClient().Returning(Maintenance(), Body(call.Success));

        GenAuthResponse response = await call.InvokeAsync(client, "at.user", "123456", null);

        Assert.Equal((true, 2), (response.IsSuccess, client.Requests));
    }

    private static TestClient RepeatingSends() => new(options => options.Retry.RetryUnknownOutcomes = true);

    private static Operation Find(string name) => OperationList.Operations.Single(operation => operation.Name == name);
}
