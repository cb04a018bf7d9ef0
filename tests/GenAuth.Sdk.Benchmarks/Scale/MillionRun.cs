using GenAuth.Sdk.Benchmarks.Contenders;
using GenAuth.Sdk.Benchmarks.InMemory;
using GenAuth.Sdk.Benchmarks.Wire;

namespace GenAuth.Sdk.Benchmarks.Scale;

/// <summary>A million sends through one client: the managed memory after them is that of before.</summary>
internal static class MillionRun
{
    public static async Task<Table> RunAsync()
    {
        var table = new Table("A million sends through one client", "sends so far", "managed KB", "us/send", "bytes/send");
        var contender = new SdkContender(Exchange.InMemoryHost, new FixedAnswerHandler());

        for (int sent = 200_000; sent <= 1_000_000; sent += 200_000)
        {
            Measured run = await Measured.RunAsync(contender, 1, TimeSpan.FromSeconds(10), most: 200_000);
            table.Add($"{sent:N0}", $"{GC.GetTotalMemory(forceFullCollection: true) / 1024.0:N1}", $"{run.Microseconds:N2}", $"{run.Bytes:N0}");
        }

        return table;
    }
}
