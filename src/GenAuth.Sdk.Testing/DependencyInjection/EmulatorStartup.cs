using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Checks the finished container before anything starts, and says in the log that GenAuth is emulated.</summary>
internal sealed partial class EmulatorStartup : IHostedLifecycleService
{
    private readonly IServiceCollection _services;
    private readonly ILogger _logger;

    public EmulatorStartup(IServiceCollection services, ILogger logger)
    {
        _services = services;
        _logger = logger;
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        HandMadeClients.ThrowIfAny(_services);
        LogEmulated(_logger);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(EventId = 1, EventName = "GenAuthEmulated", Level = LogLevel.Warning, Message = "GenAuth is emulated in this process: no SMS will be sent.")]
    private static partial void LogEmulated(ILogger logger);
}
