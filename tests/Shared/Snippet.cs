using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenAuth.Sdk.Tests.Shared;

/// <summary>Compiles what a page shows, as the project of a reader would.</summary>
internal static class Snippet
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string ImplicitUsingsOfTheWeb = """
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    // Names a fragment takes for granted; members, so that a fragment may declare its own.
    private const string Surroundings = """
        global using System.Net;
        global using GenAuth.Sdk;
        global using GenAuth.Sdk.Testing;
        global using Microsoft.Extensions.DependencyInjection;
        global using Xunit;

        public abstract partial class Surroundings
        {
            protected IServiceCollection services = new ServiceCollection();
            protected AuthenticationClient genAuth = null!;
        }
        """;

    private static readonly Dictionary<string, ReportDiagnostic> Suppressed = new()
    {
        // What the SDK leaves out for every project: a package was built against an older version of another one.
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
        // A page may declare a method that only its reader calls.
        ["CS8321"] = ReportDiagnostic.Suppress,
    };

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>A console program.</summary>
    public static MemoryStream CompileProgram(string program) => Compile(OutputKind.ConsoleApplication, ImplicitUsings, program);

    /// <summary>A web application.</summary>
    public static MemoryStream CompileWebProgram(string program) => Compile(OutputKind.ConsoleApplication, ImplicitUsings, ImplicitUsingsOfTheWeb, program);

    /// <summary>Statements of a method: the method <c>RunAsync</c> of the class <c>Fragment</c>.</summary>
    /// <param name="fragment">The statements.</param>
    /// <param name="moreSurroundings">What else they take for granted: global usings, and parts of the class <c>Surroundings</c>.</param>
    public static MemoryStream CompileFragment(string fragment, string moreSurroundings = "") => Compile(
        OutputKind.DynamicallyLinkedLibrary,
        ImplicitUsings,
        Surroundings,
        moreSurroundings,
        $$"""
        public class Fragment : Surroundings
        {
            public async Task RunAsync()
            {
                await Task.CompletedTask;
                {{fragment}}
            }
        }
        """);

    private static MemoryStream Compile(OutputKind kind, params string[] sources)
    {
        var options = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: Suppressed);
        var compilation = CSharpCompilation.Create(
            "Page" + Guid.NewGuid().ToString("N"),
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            References,
            options);
        var assembly = new MemoryStream();

        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        assembly.Position = 0;
        return assembly;
    }
}
