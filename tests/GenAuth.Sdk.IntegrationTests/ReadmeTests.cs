using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.IntegrationTests;

/// <summary>The README is the front door: what it shows must compile and be true.</summary>
public partial class ReadmeTests
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

    // Names a fragment takes for granted; members, so that a fragment may declare its own.
    private const string Surroundings = """
        global using System.Net;
        global using GenAuth.Sdk;
        global using GenAuth.Sdk.Testing;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        global using Xunit;

        public abstract class Surroundings
        {
            protected WebApplicationBuilder builder = WebApplication.CreateBuilder();
            protected WebApplication app = null!;
            protected IServiceCollection services = new ServiceCollection();
            protected AuthenticationClient genAuth = null!;
        }
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private static string Readme => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    public static TheoryData<string> Fragments => [.. Blocks("csharp").Where(block => !IsProgram(block))];

    [Fact]
    public void The_first_block_is_a_whole_program()
    {
        string program = Blocks("csharp").First();

        Assert.True(IsProgram(program));
        Compile(OutputKind.ConsoleApplication, ImplicitUsings, program);
    }

    [Theory]
    [MemberData(nameof(Fragments))]
    public void Every_other_block_compiles_where_it_belongs(string fragment) => CompileFragment(fragment);

    [Fact]
    public async Task The_test_it_shows_passes()
    {
        string fragment = Blocks("csharp").Single(block => block.Contains("GenAuthEmulator.StartAsync", StringComparison.Ordinal));
        using MemoryStream assembly = CompileFragment(fragment);

        Type type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly).GetType("Fragment")!;
        await (Task)type.GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.Public)!.Invoke(Activator.CreateInstance(type), null)!;
    }

    [Fact]
    public void The_configuration_it_shows_makes_a_client()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(Blocks("json").Single()));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonStream(json).Build());
        services.AddGenAuthClient();
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<AuthenticationClient>());
    }

    [Fact]
    public void It_stays_a_front_door() =>
        Assert.InRange(Readme.Split('\n').Length, 40, 121);

    private static bool IsProgram(string block) => block.StartsWith("using GenAuth.Sdk;", StringComparison.Ordinal);

    private static IEnumerable<string> Blocks(string language) =>
        Fence().Matches(Readme).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value);

    private static MemoryStream CompileFragment(string fragment) => Compile(
        OutputKind.DynamicallyLinkedLibrary,
        ImplicitUsings,
        Surroundings,
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
        var options = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create("Readme" + Guid.NewGuid().ToString("N"), sources.Select(source => CSharpSyntaxTree.ParseText(source)), References, options);
        var assembly = new MemoryStream();

        Assert.Empty(compilation.Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        assembly.Position = 0;
        return assembly;
    }

    [GeneratedRegex("^```(?<language>\\w+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
