using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GenAuth.Sdk.Analyzers;

/// <summary>Traces a value back to where its responses come from: calls, and variables that hold a response or its task.</summary>
internal static class ResponseSources
{
    private const string EnsureSuccess = "EnsureSuccess";

    public static IEnumerable<IOperation> Find(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Find(conversion.Operand),
        IAwaitOperation awaited => Find(awaited.Operation),
        IConditionalAccessOperation access => Find(access.WhenNotNull),
        IConditionalOperation condition => Find(condition.WhenTrue).Concat(Find(condition.WhenFalse)),
        ICoalesceOperation coalesce => Find(coalesce.Value).Concat(Find(coalesce.WhenNull)),
        IPropertyReferenceOperation { Property.Name: "Result" } result => Find(result.Instance),
        ILocalReferenceOperation or IParameterReferenceOperation when HoldsResponse(operation) => [operation],
        IInvocationOperation invocation => FindInCall(invocation),
        _ => [],
    };

    private static IEnumerable<IOperation> FindInCall(IInvocationOperation call)
    {
        IOperation? receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        return call.TargetMethod switch
        {
            { Name: "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny" } method when SdkTypes.IsOfPlatform(method) => call.Arguments.SelectMany(argument => FindInside(argument.Value)),
            { Name: "Wait" } method when SdkTypes.IsOfPlatform(method) => Find(receiver),
            { Name: EnsureSuccess } when SdkTypes.HasEnsureValid(receiver?.Type) => Find(receiver),
            { Name: EnsureSuccess } => [],
            _ when !HoldsResponse(call) || SubstituteCalls.IsVerifiedBy(receiver) => [],
            var method when receiver is not null && HoldsResponse(receiver) => SdkTypes.IsOfPlatform(method) ? Find(receiver) : [],

            // What was given the response looks at it, an assertion for example.
            _ => call.Arguments.Any(argument => HoldsResponse(argument.Value)) ? [] : [call],
        };
    }

    // The elements of arrays and collection expressions, written out or made by the compiler.
    private static IEnumerable<IOperation> FindInside(IOperation operation) =>
        operation is IInvocationOperation or IAwaitOperation or ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation
            ? Find(operation)
            : operation.ChildOperations.SelectMany(FindInside);

    private static bool HoldsResponse(IOperation operation) => SdkTypes.FindResponseIn(operation.Type) is not null;
}
