using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace GenAuth.Sdk.Redis.Tests;

/// <summary>One process of the sample on a port of its own.</summary>
internal sealed class Node : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Node(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException(Output));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address => _address.Task.Result;

    /// <summary>What the node wrote to its log.</summary>
    public string Output => string.Join('\n', _output);

    public static async Task<Node> StartAsync(IReadOnlyDictionary<string, string> environment)
    {
        string sample = Built("Sample");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(sample, "bin", Built("Configuration"), "net10.0", "PhoneLogin.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = sample,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        var node = new Node(Process.Start(start)!);
        try
        {
            await node._address.Task.WaitAsync(TimeSpan.FromSeconds(120));
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends it as an operator would.</summary>
    public async Task StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Built(string name) =>
        typeof(Node).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == name).Value!;

    private void Read(string? line)
    {
        if (line is null)
            return;

        _output.Enqueue(line);
        int start = line.IndexOf(Listening, StringComparison.Ordinal);
        if (start >= 0)
            _address.TrySetResult(new Uri(line[(start + Listening.Length)..].Trim()));
    }
}
