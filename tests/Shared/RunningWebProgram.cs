using System.Diagnostics;
using System.Runtime.Loader;

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GenAuth.Sdk.Tests.Shared;

/// <summary>A web application that runs from its first line to its last, on a free port, until it is disposed of.</summary>
internal sealed class RunningWebProgram : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
{
    private const string Mark = "running-web-program";

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly TaskCompletionSource<IHost> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _program = Task.CompletedTask;
    private IHost? _host;

    private RunningWebProgram()
    {
    }

    public HttpClient Client { get; } = new();

    public static async Task<RunningWebProgram> StartAsync(MemoryStream assembly, params string[] arguments)
    {
        var running = new RunningWebProgram();
        using IDisposable subscription = DiagnosticListener.AllListeners.Subscribe(running);
        var entryPoint = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly).EntryPoint!;
        string[] all = ["--urls=http://127.0.0.1:0", $"--{Mark}={running._id}", .. arguments];
        running._program = Task.Factory.StartNew(() => entryPoint.Invoke(null, [all]), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        await await Task.WhenAny(running._started.Task, running._program);
        running._host = await running._started.Task;
        running.Client.BaseAddress = new Uri(running._host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _host?.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _program;
    }

    // The runtime's way to get at the host of a program that keeps it to itself; other tests make hosts at the same time.
    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilt", Value: IHost host } && host.Services.GetRequiredService<IConfiguration>()[Mark] == _id)
            host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => _started.TrySetResult(host));
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
            value.Subscribe(this);
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }
}
