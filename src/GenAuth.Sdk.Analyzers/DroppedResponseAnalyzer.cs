using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GenAuth.Sdk.Analyzers;

/// <summary>GENAUTH001: an answer that is awaited as a statement, discarded, or kept in a variable that nobody reads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedResponseAnalyzer : DiagnosticAnalyzer
{
    private const string ResponseType = "GenAuth.Sdk.SendSMSRespDto";
    private const string EnsureSuccess = "EnsureSuccess";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DroppedResponse];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ResponseType) is not { } response)
                return;

            start.RegisterOperationAction(operation => Statement(operation, response), OperationKind.ExpressionStatement);
            start.RegisterOperationBlockAction(block => Variables(block, response));
        });
    }

    private static void Statement(OperationAnalysisContext context, INamedTypeSymbol response)
    {
        // The body of a lambda is somebody else's to await, a test's that expects an exception for example.
        if (context.Operation is not IExpressionStatementOperation { Syntax: ExpressionStatementSyntax, Operation: var expression })
            return;

        IOperation? dropped = expression switch
        {
            ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value } => value,
            IAssignmentOperation => null,
            _ => expression,
        };

        if (dropped is not null && IsAnswer(dropped, response))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DroppedResponse, dropped.Syntax.GetLocation()));
    }

    private static void Variables(OperationBlockAnalysisContext context, INamedTypeSymbol response)
    {
        IOperation[] operations = [.. context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf())];

        foreach (IVariableDeclaratorOperation declarator in operations.OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.GetVariableInitializer()?.Value is not { } value || !IsAnswer(value, response))
                continue;

            if (!operations.OfType<ILocalReferenceOperation>().Any(reference => IsRead(reference, declarator.Symbol)))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DroppedResponse, value.Syntax.GetLocation()));
        }
    }

    private static bool IsRead(ILocalReferenceOperation reference, ILocalSymbol local) =>
        SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && !(reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference);

    // Awaited or not: a task that nobody awaits drops the answer just as well. EnsureSuccess() has looked at it.
    private static bool IsAnswer(IOperation operation, INamedTypeSymbol response)
    {
        if (operation is IConversionOperation conversion)
            operation = conversion.Operand;

        return operation switch
        {
            IInvocationOperation { TargetMethod.Name: EnsureSuccess } => false,
            IInvocationOperation or IAwaitOperation => IsAnswer(operation.Type, response),
            _ => false,
        };
    }

    private static bool IsAnswer(ITypeSymbol? type, INamedTypeSymbol response) =>
        SymbolEqualityComparer.Default.Equals(type, response)
        || (type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task && SymbolEqualityComparer.Default.Equals(task.TypeArguments[0], response));
}
