using System.Diagnostics;

namespace GenAuth.Sdk.Benchmarks;

/// <summary>This program again, in another mode and another process.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The child process did not start.");
    }
}
