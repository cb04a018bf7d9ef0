using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.IntegrationTests;

/// <summary>The README is the front door, and the emulator's is that of its package: what they show must compile and be true.</summary>
public partial class ReadmeTests
{
    private const string Page = "README.md";
    private const string EmulatorPage = "Testing.README.md";

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

    public static TheoryData<string> Fragments => [.. Blocks("csharp").Where(block => !IsProgram(block)), .. Blocks("csharp", EmulatorPage)];

    public static TheoryData<string> Tests =>
        [.. Blocks("csharp").Concat(Blocks("csharp", EmulatorPage)).Where(block => block.StartsWith("await using var genAuth", StringComparison.Ordinal))];

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

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task Every_test_it_shows_passes(string fragment)
    {
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
        Assert.InRange(Read(Page).Split('\n').Length, 40, 121);

    [Fact]
    public void The_page_of_the_emulator_is_short_and_opens_with_how_to_install_it()
    {
        Assert.StartsWith("dotnet add package GenAuth.Sdk.Testing", Blocks("shell", EmulatorPage).First(), StringComparison.Ordinal);
        Assert.InRange(Read(EmulatorPage).Split('\n').Length, 20, 61);
    }

    private static bool IsProgram(string block) => block.StartsWith("using GenAuth.Sdk;", StringComparison.Ordinal);

    private static string Read(string page) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, page));

    private static IEnumerable<string> Blocks(string language, string page = Page) =>
        Fence().Matches(Read(page)).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value);

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
