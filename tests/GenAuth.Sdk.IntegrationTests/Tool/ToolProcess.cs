using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace GenAuth.Sdk.IntegrationTests.Tool;

/// <summary>The tool, run as its user runs it, with standard input closed.</summary>
internal sealed class ToolProcess : IDisposable
{
    private const string ServiceLabel = "  Service  ";

    private static readonly string Assembly =
        typeof(ToolProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Tool").Value!;

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ToolProcess(Process process) => _process = process;

    public string Output => _output.ToString();

    public string Errors { get; private set; } = string.Empty;

    /// <summary>Starts it in a folder of its own.</summary>
    public static ToolProcess Start(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        // Shells start what runs in the background with SIGINT ignored, and a program inherits that.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], [.. command[1..], Path.GetFullPath(Assembly), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return new ToolProcess(process);
    }

    /// <summary>Reads what it says until its address is known.</summary>
    public async Task<Uri> ReadAddressAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            _output.AppendLine(line);
            if (line.StartsWith(ServiceLabel, StringComparison.Ordinal))
                return new Uri(line[ServiceLabel.Length..]);
        }

        throw new InvalidOperationException("It ended before it said its address: " + await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends it a signal, TERM for example.</summary>
    public void Signal(string signal)
    {
        using Process kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end and returns its exit code.</summary>
    public async Task<int> WaitForExitAsync()
    {
        Task<string> errors = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        _output.Append(await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Errors = await errors;
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
