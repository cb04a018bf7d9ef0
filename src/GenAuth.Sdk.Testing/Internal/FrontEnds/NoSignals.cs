using Microsoft.Extensions.Hosting;

namespace GenAuth.Sdk.Testing.Internal.FrontEnds;

/// <summary>Leaves Ctrl+C and SIGTERM to the process the emulator is a guest in.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
