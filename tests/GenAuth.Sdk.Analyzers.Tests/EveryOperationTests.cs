using System.Reflection;

namespace GenAuth.Sdk.Analyzers.Tests;

/// <summary>GENAUTH001 at every operation of the real client.</summary>
public class EveryOperationTests
{
    // One argument for each required parameter.
    private static readonly Dictionary<string, string> Arguments = new()
    {
        ["channel"] = "SmsChannel.Login",
        ["newPhone"] = "new(\"5550100\", \"123456\")",
        ["phoneNumber"] = "\"5550100\"",
    };

    public static TheoryData<string> Calls =>
        [.. typeof(AuthenticationClient).GetMethods()
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .Select(method => $"await client.{method.Name}({string.Join(", ", GetArguments(method))})")];

    [Theory]
    [MemberData(nameof(Calls))]
    public Task A_dropped_response_is_warned_of(string call) => ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>($"[|{call}|];");

    [Theory]
    [MemberData(nameof(Calls))]
    public Task A_response_that_somebody_looks_at_is_not(string call) => ConsumerSource.VerifyAsync<DroppedResponseAnalyzer>($"if (!({call}).IsSuccess) return;");

    private static IEnumerable<string> GetArguments(MethodInfo method) => method.GetParameters()
        .Where(parameter => !parameter.IsOptional)
        .Select(parameter => Arguments.GetValueOrDefault(parameter.Name!, "\"t0ken\""));
}
