using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenAuth.Sdk.Analyzers;

/// <summary>Calls that a test makes to set a substitute up or to verify what it received: they have no response to look at.</summary>
internal static class SubstituteCalls
{
    public static bool IsVerifiedBy(IOperation? receiver) => receiver is IInvocationOperation
    {
        TargetMethod.Name: "Received" or "ReceivedWithAnyArgs" or "DidNotReceive" or "DidNotReceiveWithAnyArgs",
    };

    /// <summary>Whether an operation stands in a lambda that a mocking library takes.</summary>
    public static bool Contain(IOperation operation)
    {
        for (IOperation? ancestor = operation.Parent; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor is IArgumentOperation { Parent: IInvocationOperation call } && SdkTypes.GetRootNamespace(call.TargetMethod) is "NSubstitute" or "Moq" or "FakeItEasy")
                return true;
        }

        return false;
    }
}
