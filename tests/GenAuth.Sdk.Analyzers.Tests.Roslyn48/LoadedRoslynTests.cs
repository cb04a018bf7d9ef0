using Microsoft.CodeAnalysis;

namespace GenAuth.Sdk.Analyzers.Tests;

public class LoadedRoslynTests
{
    [Fact]
    public void These_tests_run_on_Roslyn_4_8() =>
        Assert.Equal(new Version(4, 8, 0, 0), typeof(Compilation).Assembly.GetName().Version);
}
