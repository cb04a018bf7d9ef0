using System.Collections.Immutable;

using GenAuth.Sdk.CodeFixes;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GenAuth.Sdk.Analyzers.Tests;

/// <summary>Code of a consumer's, compiled against the real client. <c>[|…|]</c> marks what is warned of.</summary>
internal static class ConsumerSource
{
    // The tests' own runtime, because the reference assemblies of the testing package come from a download.
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "GenAuth.Sdk.dll" || path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new DroppedResponseAnalyzer(), new PhoneNumberAnalyzer(), new ChannelAnalyzer()];

    public static Task VerifyAsync<TAnalyzer>(string body, string? editorConfig = null, string declarations = "", string usings = "", DiagnosticResult? expected = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        string source = Source(body, declarations: declarations, usings: usings);
        CSharpCodeFixTest<TAnalyzer, EmptyCodeFixProvider, DefaultVerifier> test = Create<TAnalyzer, EmptyCodeFixProvider>(source);
        if (editorConfig is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + editorConfig));
        if (expected is { } diagnostic)
            test.ExpectedDiagnostics.Add(diagnostic);
        return test.RunAsync();
    }

    /// <summary>The member is called <c>M</c>.</summary>
    public static Task VerifyMemberAsync<TAnalyzer>(string member)
        where TAnalyzer : DiagnosticAnalyzer, new() => Create<TAnalyzer, EmptyCodeFixProvider>(Source("", member)).RunAsync();

    public static Task VerifyFixAsync(string before, string after, string declarations = "")
    {
        string source = Source(before, declarations: declarations);
        CSharpCodeFixTest<DroppedResponseAnalyzer, EnsureSuccessCodeFix, DefaultVerifier> test = Create<DroppedResponseAnalyzer, EnsureSuccessCodeFix>(source);
        test.FixedCode = Source(after, declarations: declarations);
        return test.RunAsync();
    }

    /// <summary>What every analyzer warns of, each with its line of <paramref name="body"/>, from 0.</summary>
    public static async Task<ILookup<int, string>> FindWarningsAsync(string body, CancellationToken cancellationToken)
    {
        SyntaxTree source = CSharpSyntaxTree.ParseText(Source("\n#line 1\n" + body), cancellationToken: cancellationToken);
        var compilation = CSharpCompilation.Create("Consumer", [source], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        ImmutableArray<Diagnostic> warnings = await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return warnings.ToLookup(warning => warning.Location.GetMappedLineSpan().StartLinePosition.Line, warning => warning.Id);
    }

    private static CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier> Create<TAnalyzer, TCodeFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier> { TestCode = source, ReferenceAssemblies = new ReferenceAssemblies("runtime") };
        test.TestState.AdditionalReferences.AddRange(References);
        return test;
    }

    private static string Source(string body, string member = "", string declarations = "", string usings = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using GenAuth.Sdk;
        {{usings}}

        class Consumer
        {
            private readonly AuthenticationClient client = null!, genAuth = null!;
            private readonly string[] numbers = ["5550100"];

            async Task RunAsync()
            {
                await Task.Yield();
                {{body}}
            }

            Task<SendSMSRespDto> Wrapped() => client.SendSmsAsync(SmsChannel.Login, "5550100");

            static Task Throws(Func<Task> call) => call();

            static T Same<T>(T value) => value;

            {{member}}
        }

        static class Extensions
        {
            public static SendSMSRespDto OrThrow(this SendSMSRespDto response) => response;
        }

        {{declarations}}
        """;
}
