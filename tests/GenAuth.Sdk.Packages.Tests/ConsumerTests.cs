using GenAuth.Sdk.Testing;

namespace GenAuth.Sdk.Packages.Tests;

/// <summary>Applications that add the package restore, build, run, and get its warnings.</summary>
public class ConsumerTests
{
    [Fact]
    public async Task Ten_lines_in_a_fresh_console_project_send()
    {
        string built = await ConsumerProject.BuildAsync("Fresh");

        Assert.Contains("Program.cs(9,1): warning GENAUTH001", built, StringComparison.Ordinal);
        Assert.Contains("1 Warning(s)", built, StringComparison.Ordinal);
        Assert.Equal("sent", await RunAgainstEmulatorAsync("Fresh"));
    }

    [Fact]
    public async Task An_application_on_NET_8_keeps_its_own_8_0_packages()
    {
        await ConsumerProject.BuildAsync("Extensions8");

        Assert.Equal("sent on .NET 8, with Microsoft.Extensions.Http 8.0", await RunAgainstEmulatorAsync("Extensions8"));
    }

    [Fact]
    public async Task An_application_that_retries_with_Polly_7_goes_on_doing_so()
    {
        await ConsumerProject.BuildAsync("Polly7");

        Assert.Equal("sent, with Polly 7 retrying 1 other call", await RunAgainstEmulatorAsync("Polly7"));
    }

    [Fact]
    public async Task An_application_that_pins_an_older_Polly_keeps_it()
    {
        await ConsumerProject.BuildAsync("PinnedPolly");

        Assert.StartsWith("sent, with Polly.Core 8.5.2", await RunAgainstEmulatorAsync("PinnedPolly"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_in_CSharp_7_3_is_tested_with_doubles_in_CSharp_9()
    {
        Assert.Contains("0 Warning(s)", await ConsumerProject.BuildAsync("CSharp7.Tests"), StringComparison.Ordinal);

        string output = await ConsumerProject.RunAsync("CSharp7.Tests");

        Assert.Equal(["sent", "ResendTooSoon", "may have been sent"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task An_older_compiler_builds_without_a_warning()
    {
        Assert.Contains("0 Warning(s)", await ConsumerProject.BuildAsync("OldestCompiler"), StringComparison.Ordinal);

        Assert.Equal("sent", await RunAgainstEmulatorAsync("OldestCompiler"));
    }

    [Fact]
    public async Task Editors_find_the_schema_of_the_GenAuth_section()
    {
        await ConsumerProject.BuildAsync("Fresh");

        string items = await ConsumerProject.ItemsAsync("Fresh", "JsonSchemaSegment");

        Assert.Contains(@"appsettings\\..*json", items, StringComparison.Ordinal);
        string path = items.Split('"').First(text => text.EndsWith("ConfigurationSchema.json", StringComparison.Ordinal));
        Assert.True(File.Exists(path), path);
    }

    private static async Task<string> RunAgainstEmulatorAsync(string consumer)
    {
        await using GenAuthEmulator genAuth = await GenAuthEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        string output = await ConsumerProject.RunAsync(consumer, genAuth.AppHost.AbsoluteUri, genAuth.AppId);

        Assert.Equal("5550100", Assert.Single(genAuth.Inbox.Messages).PhoneNumber);
        return output.Trim();
    }
}
