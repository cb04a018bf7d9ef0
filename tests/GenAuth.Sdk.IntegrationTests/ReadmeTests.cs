using System.Reflection;
using System.Runtime.Loader;
using System.Text;

using GenAuth.Sdk.Tests.Shared;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Sdk.IntegrationTests;

/// <summary>The README is the front door, and the emulator's is that of its package: what they show must be true.</summary>
public class ReadmeTests
{
    private const int MostWords = 60;

    private static readonly Page FrontPage = new("README.md");
    private static readonly Page EmulatorPage = new("src/GenAuth.Sdk.Testing/README.md");
    private static readonly Page PhoneSignInPage = new("src/GenAuth.Sdk.AspNetCore/README.md");

    public static TheoryData<string> Calls =>
        [.. FrontPage.InlineCode.Where(code => code.StartsWith("services.", StringComparison.Ordinal)).Select(code => code + ";")];

    public static TheoryData<string> Tests =>
        [.. FrontPage.Blocks("csharp").Concat(EmulatorPage.Blocks("csharp")).Where(block => block.StartsWith("await using var genAuth", StringComparison.Ordinal))];

    [Fact]
    public void The_first_block_is_a_whole_program()
    {
        string program = FrontPage.Blocks("csharp").First();

        Assert.True(IsProgram(program));
        Snippet.CompileProgram(program).Dispose();
    }

    // That one runs in the tests of its package.
    [Fact]
    public void It_shows_the_login_of_the_ASP_NET_Core_package() =>
        Assert.Contains(PhoneSignInPage.Blocks("csharp").First(), FrontPage.Blocks("csharp"));

    [Theory]
    [MemberData(nameof(Calls))]
    public void Every_call_within_a_sentence_compiles(string call) => Snippet.CompileFragment(call).Dispose();

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task Every_test_it_shows_passes(string fragment)
    {
        using MemoryStream assembly = Snippet.CompileFragment(fragment);

        Type type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly).GetType("Fragment")!;
        await (Task)type.GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.Public)!.Invoke(Activator.CreateInstance(type), null)!;
    }

    [Fact]
    public void The_configuration_it_shows_makes_a_client()
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(FrontPage.InlineCode.Single(code => code.StartsWith('{'))));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddJsonStream(json).Build());
        services.AddGenAuthClient();
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<AuthenticationClient>());
    }

    [Fact]
    public void It_stays_a_front_door()
    {
        Assert.InRange(FrontPage.Text.Split('\n').Length, 40, 121);
        Assert.All(FrontPage.Prose, line => Assert.InRange(line.Split(' ').Length, 1, MostWords));
    }

    [Fact]
    public void The_page_of_the_emulator_opens_with_how_to_install_it() =>
        Assert.StartsWith("dotnet add package GenAuth.Sdk.Testing", EmulatorPage.Blocks("shell").First(), StringComparison.Ordinal);

    [Fact]
    public void The_page_of_the_emulator_is_short() => Assert.InRange(EmulatorPage.Text.Split('\n').Length, 20, 61);

    private static bool IsProgram(string block) => block.StartsWith("using GenAuth.Sdk;", StringComparison.Ordinal);
}
