using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GenAuth.Sdk.Analyzers;

/// <summary>GENAUTH001: a response that a statement, a discard, a waiting call or the type of a method drops, or a variable that nobody reads.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedResponseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that names what can be chained to an awaited response; absent elsewhere.</summary>
    public const string Chain = "Chain";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DroppedResponse);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkTypes.Client) is not null)
                start.RegisterOperationBlockAction(Analyze);
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        IOperation[] operations = [.. context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf())];
        (IOperation Expression, IOperation[] Sources)[] drops =
        [
            .. operations.Select(FindDropped).OfType<IOperation>().Where(expression => !SubstituteCalls.Contain(expression))
                .Select(expression => (expression, ResponseSources.Find(expression).ToArray())),
        ];
        var dropped = new HashSet<IOperation>(drops.SelectMany(drop => drop.Sources));
        ILookup<ISymbol?, IOperation> references = operations.Where(operation => !IsAssigned(operation)).ToLookup(GetVariable, SymbolEqualityComparer.Default);

        foreach ((IOperation expression, IOperation[] sources) in drops)
        {
            if (sources.FirstOrDefault(source => GetVariable(source) is not { } variable || references[variable].All(dropped.Contains)) is { } source)
                Report(context, expression, source);
        }

        foreach (IVariableDeclaratorOperation declarator in operations.OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.GetVariableInitializer()?.Value is { } value && !references.Contains(declarator.Symbol) && ResponseSources.Find(value).FirstOrDefault() is { } source)
                Report(context, value, source);
        }
    }

    private static IOperation? FindDropped(IOperation operation) => operation switch
    {
        // The expression of a lambda is somebody else's to await, a test's that expects an exception for example.
        IExpressionStatementOperation { Operation: var expression } when operation.Syntax is ExpressionStatementSyntax || !IsInLambda(operation) => expression switch
        {
            ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value } => value,
            IAssignmentOperation => null,
            _ => expression,
        },

        // Whoever awaits a plain task never gets to see the response.
        IReturnOperation { ReturnedValue: IConversionOperation { Type: INamedTypeSymbol { Name: "Task", IsGenericType: false }, Operand: var task } } when !IsInLambda(operation) => task,
        _ => null,
    };

    private static bool IsInLambda(IOperation operation)
    {
        IOperation? function = operation.Parent;
        while (function is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            function = function.Parent;

        return function is IAnonymousFunctionOperation;
    }

    private static bool IsAssigned(IOperation operation) => operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;

    private static ISymbol? GetVariable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static void Report(OperationBlockAnalysisContext context, IOperation expression, IOperation source)
    {
        bool hasEnsureValid = SdkTypes.HasEnsureValid(SdkTypes.FindResponseIn(source.Type));
        (string look, string chain) = hasEnsureValid ? ("IsValid", "EnsureValid") : ("IsSuccess", "EnsureSuccess");
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (expression is IAwaitOperation && SdkTypes.IsResponse(expression.Type))
            properties = properties.Add(Chain, chain);

        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DroppedResponse, expression.Syntax.GetLocation(), properties, look, chain));
    }
}
