using Microsoft.Extensions.Hosting;

namespace GenAuth.Sdk.Testing.Internal.Transports;

/// <summary>Leaves Ctrl+C and SIGTERM to the process that the emulator runs in.</summary>
internal sealed class NoopHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
