using System.Runtime.InteropServices;

namespace GenAuth.Emulator;

/// <summary>Notices Ctrl+C and SIGTERM. Standard input does not matter: under a process manager it is closed.</summary>
internal sealed class ShutdownSignal : IDisposable
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _termination;

    public ShutdownSignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive);
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive);
    }

    public Task Received => _received.Task;

    public void Dispose()
    {
        _interrupt.Dispose();
        _termination.Dispose();
    }

    private void Receive(PosixSignalContext context)
    {
        // The process ends by itself, with 0, when the emulator has stopped.
        context.Cancel = true;
        _received.TrySetResult();
    }
}
