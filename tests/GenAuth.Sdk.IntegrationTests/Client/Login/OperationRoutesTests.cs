using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.IntegrationTests.Client.Login;

public class OperationRoutesTests
{
    [Fact]
    public void The_emulator_has_a_route_for_every_operation_of_the_client()
    {
        var genAuth = new GenAuthEmulator();

        string[] operations = [.. typeof(AuthenticationClient).GetMethods()
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .Select(method => method.Name.Replace("Async", "", StringComparison.Ordinal))];

        Assert.Contains("SignInByPhonePassCode", operations);
        Assert.All(operations, operation => genAuth.Faults.Next(operation, Fault.Silence()));
        Assert.ThrowsAny<ArgumentException>(() => genAuth.Faults.Next("NoSuchOperation", Fault.Silence()));
    }
}
