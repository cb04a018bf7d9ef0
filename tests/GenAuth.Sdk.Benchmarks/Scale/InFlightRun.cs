using GenAuth.Sdk.Benchmarks.Contenders;
using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.Scale;

/// <summary>How much memory each send holds while it waits for a slow server.</summary>
internal static class InFlightRun
{
    public static async Task<Table> RunAsync()
    {
        await BytesPerSendAsync(1000, static handler => new SdkContender(Exchange.InMemoryHost, handler));
        await BytesPerSendAsync(1000, static handler => new HandWritten(Exchange.InMemoryHost, handler));

        var table = new Table("Managed bytes held per send in flight", "in flight", "GenAuth.Sdk", "hand-written");
        foreach (int inFlight in (int[])[1, 100, 1000, 10_000])
        {
            double sdk = await BytesPerSendAsync(inFlight, static handler => new SdkContender(Exchange.InMemoryHost, handler));
            double handWritten = await BytesPerSendAsync(inFlight, static handler => new HandWritten(Exchange.InMemoryHost, handler));
            table.Add($"{inFlight:N0}", $"{sdk:N0}", $"{handWritten:N0}");
        }

        return table;
    }

    private static async Task<double> BytesPerSendAsync(int inFlight, Func<HttpMessageHandler, IContender> create)
    {
        var handler = new SlowHandler();
        IContender contender = create(handler);
        var sends = new Task[inFlight];

        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < inFlight; i++)
            sends[i] = contender.SendAsync();
        if (handler.Waiting != inFlight)
            throw new InvalidOperationException("Not every send reached the server.");
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;

        handler.Release();
        await Task.WhenAll(sends);
        if (!sends.All(Exchange.Succeeded))
            throw new InvalidOperationException("A send failed.");
        return (double)held / inFlight;
    }
}
