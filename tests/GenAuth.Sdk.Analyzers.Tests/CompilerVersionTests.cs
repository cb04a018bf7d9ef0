using System.Reflection;

using GenAuth.Sdk.CodeFixes;

namespace GenAuth.Sdk.Analyzers.Tests;

public class CompilerVersionTests
{
    // What the compiler of SDK 8.0.100 brings along: a reference to anything newer or else is not loaded there.
    private static readonly Dictionary<string, Version> Brought = new()
    {
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["netstandard"] = new(2, 0, 0, 0),
        ["GenAuth.Sdk.Analyzers"] = typeof(DroppedResponseAnalyzer).Assembly.GetName().Version!,
    };

    [Fact]
    public void The_oldest_compiler_that_builds_for_NET_8_can_load_them()
    {
        AssemblyName[] references =
        [
            .. typeof(DroppedResponseAnalyzer).Assembly.GetReferencedAssemblies(),
            .. typeof(EnsureSuccessCodeFix).Assembly.GetReferencedAssemblies(),
        ];

        Assert.All(references, reference => Assert.True(
            Brought.TryGetValue(reference.Name!, out Version? version) && reference.Version! <= version,
            reference.FullName));
    }
}
