using System.Reflection;

using GenAuth.Sdk.Internal.Calls;

namespace GenAuth.Sdk.Tests.Operations;

/// <summary>Codes, tokens and passwords do not stay in the memory they were sent from.</summary>
public class ClearedBodyTests
{
    [Theory]
    [MemberData(nameof(OperationCall.Names), MemberType = typeof(OperationCall))]
    public async Task The_body_is_cleared_after_the_last_attempt(string name)
    {
        var bodies = new List<byte[]>();
        using TestClient client = new TestClient().Returning(async (request, cancellationToken) =>
        {
            byte[] body = (byte[])typeof(RequestBody).GetField("_json", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(request.Content)!;
            Assert.NotEqual(0, body[0]);
            bodies.Add(body);
            return await ScriptedHandler.Maintenance()(request, cancellationToken);
        });

        GenAuthResponse response = await OperationCall.Get(name).InvokeAsync(client, "at.user", "123456", null);

        Assert.Equal((GenAuthErrorKind.ServiceUnavailable, 3), (response.ErrorKind, bodies.Count));
        Assert.All(bodies, body => Assert.All(body, octet => Assert.Equal(0, octet)));
    }
}
