using System.Diagnostics;

namespace GenAuth.Sdk.Benchmarks;

/// <summary>This program again, in another mode and another process; or a native one that knows the mode.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments) => StartProgram(Environment.ProcessPath!, arguments);

    public static Process StartProgram(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The child process did not start.");
    }
}
