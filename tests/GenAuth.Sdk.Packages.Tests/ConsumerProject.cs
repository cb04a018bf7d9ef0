using System.Diagnostics;

namespace GenAuth.Sdk.Packages.Tests;

/// <summary>A stranger's project, built and run by the command line that the stranger would use.</summary>
internal static class ConsumerProject
{
    /// <summary>Builds it and returns what the compiler said.</summary>
    public static Task<string> BuildAsync(string name) => DotnetAsync("build", "-c", "Release", "--no-incremental", Folder(name));

    /// <summary>Runs what was built and returns what it wrote.</summary>
    public static Task<string> RunAsync(string name, params string[] arguments) =>
        DotnetAsync(["run", "-c", "Release", "--no-build", "--project", Folder(name), "--", .. arguments]);

    /// <summary>Returns the items of this kind, as the build sees them.</summary>
    public static Task<string> ItemsAsync(string name, string item) => DotnetAsync("msbuild", Folder(name), "-getItem:" + item);

    private static string Folder(string name) => Path.Combine(Package.Built("Consumers"), name);

    private static async Task<string> DotnetAsync(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        output += await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
