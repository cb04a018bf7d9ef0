using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GenAuth.Sdk.Analyzers;

/// <summary>GENAUTH002: a constant that begins with + is passed as a phone number.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class E164PhoneNumberAnalyzer : DiagnosticAnalyzer
{
    private const string ClientType = "GenAuth.Sdk.AuthenticationClient";
    private const string Parameter = "phoneNumber";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.E164PhoneNumber];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(ClientType) is { } client)
                start.RegisterOperationAction(operation => Argument(operation, client), OperationKind.Argument);
        });
    }

    private static void Argument(OperationAnalysisContext context, INamedTypeSymbol client)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is { Name: Parameter, ContainingSymbol: IMethodSymbol method }
            && IsOrDerivesFrom(method.ContainingType, client)
            && argument.Value.ConstantValue is { HasValue: true, Value: string number }
            && number.TrimStart().StartsWith("+", StringComparison.Ordinal))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.E164PhoneNumber, argument.Value.Syntax.GetLocation()));
        }
    }

    private static bool IsOrDerivesFrom(INamedTypeSymbol? type, INamedTypeSymbol client)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, client))
                return true;
        }

        return false;
    }
}
