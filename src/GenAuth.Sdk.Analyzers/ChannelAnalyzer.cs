using System.Collections.Immutable;

using GenAuth.Sdk.Internal.Validation;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GenAuth.Sdk.Analyzers;

/// <summary>GENAUTH003: a constant becomes an SmsChannel and is none: misspelled, or an argument in the wrong place.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChannelAnalyzer : DiagnosticAnalyzer
{
    private const string Prefix = "CHANNEL_";
    private const int MaxTypos = 2;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UndocumentedChannel);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkTypes.Client) is not null)
                start.RegisterOperationAction(Analyze, OperationKind.Conversion, OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        IOperation? value = context.Operation switch
        {
            IConversionOperation { OperatorMethod: { } conversion } operation when IsOfChannel(conversion) => operation.Operand,
            IObjectCreationOperation { Constructor: { } constructor, Arguments: { Length: 1 } arguments } when IsOfChannel(constructor) => arguments[0].Value,
            _ => null,
        };

        if (value?.ConstantValue is not { HasValue: true, Value: string text } || ChannelName.IsDocumented(text))
            return;

        // A name of the right shape is taken for a channel newer than the package, unless it is nearly one that is documented.
        string? meant = ChannelName.All.FirstOrDefault(name => EditDistance.IsWithin(MaxTypos, text, name));
        if (meant is not null || !HasShape(text))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UndocumentedChannel, value.Syntax.GetLocation(), meant is null ? string.Empty : $"; {meant} is one"));
    }

    private static bool IsOfChannel(IMethodSymbol method) => SdkTypes.IsOrDerivesFrom(method.ContainingType, "SmsChannel");

    private static bool HasShape(string text) =>
        ChannelName.IsValid(text) && text.Length > Prefix.Length && text.StartsWith(Prefix, StringComparison.Ordinal) && !text.Any(char.IsLower);
}
