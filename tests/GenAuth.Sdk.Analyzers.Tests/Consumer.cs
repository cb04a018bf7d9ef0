using GenAuth.Sdk.CodeFixes;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GenAuth.Sdk.Analyzers.Tests;

/// <summary>Code of a consumer's, compiled against the real client. <c>[|…|]</c> marks what is warned of.</summary>
internal static class Consumer
{
    // The tests' own runtime, for the reference assemblies of the testing package come from a download.
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "GenAuth.Sdk.dll" || path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    public static Task VerifyAsync<TAnalyzer>(string body, string? editorConfig = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, EmptyCodeFixProvider, DefaultVerifier> { TestCode = Source(body), ReferenceAssemblies = new ReferenceAssemblies("runtime") };
        test.TestState.AdditionalReferences.AddRange(References);
        if (editorConfig is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + editorConfig));
        return test.RunAsync();
    }

    public static Task VerifyFixAsync(string before, string after)
    {
        var test = new CSharpCodeFixTest<DroppedResponseAnalyzer, EnsureSuccessCodeFix, DefaultVerifier> { TestCode = Source(before), FixedCode = Source(after), ReferenceAssemblies = new ReferenceAssemblies("runtime") };
        test.TestState.AdditionalReferences.AddRange(References);
        return test.RunAsync();
    }

    private static string Source(string body) => $$"""
        using System;
        using System.Threading.Tasks;
        using GenAuth.Sdk;

        class Consumer
        {
            private readonly AuthenticationClient client = null!;

            async Task RunAsync()
            {
                await Task.Yield();
                {{body}}
            }

            Task<SendSMSRespDto> Wrapped() => client.SendSmsAsync(SmsChannel.Login, "5550100");

            static Task Throws(Func<Task> call) => call();
        }
        """;
}
