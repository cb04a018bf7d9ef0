using System.Collections.Immutable;

using GenAuth.Sdk.Internal.Validation;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GenAuth.Sdk.Analyzers;

/// <summary>GENAUTH002: a constant phone number or country code that the client refuses, found by the client's own parser.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PhoneNumberAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RefusedPhoneNumber);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkTypes.Client) is not null)
                start.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        (IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments) = context.Operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Arguments),
            IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };

        if (SdkTypes.IsOrDerivesFrom(method?.ContainingType, "AuthenticationClient", "PhonePassCode"))
            Check(context, Find(arguments, "phoneNumber"), Find(arguments, "phoneCountryCode"));
    }

    private static void Check(OperationAnalysisContext context, IOperation? phoneNumber, IOperation? phoneCountryCode)
    {
        if (!CountryCode.TryNormalize(GetConstant(phoneCountryCode), out string? required))
            Report(context, phoneCountryCode, "phoneCountryCode", "it is not one whole country code, +86 for example");

        if (GetConstant(phoneNumber) is not { } text)
            return;

        if (!PhoneNumberParser.TryParse(text, required, out string? found, out _))
            Report(context, phoneNumber, "phoneNumber", "it is no phone number");
        else if (required is not null && found != required)
            Report(context, phoneNumber, "phoneNumber", "it names another country code than phoneCountryCode");
    }

    private static IOperation? Find(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    private static string? GetConstant(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static void Report(OperationAnalysisContext context, IOperation? value, string parameter, string reason) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.RefusedPhoneNumber, value?.Syntax.GetLocation(), parameter, reason));
}
