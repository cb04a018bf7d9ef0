using GenAuth.Sdk.Benchmarks;
using GenAuth.Sdk.Benchmarks.InMemory;
using GenAuth.Sdk.Benchmarks.Loopback;

switch (args.FirstOrDefault())
{
    case "server":
        await FixedAnswerServer.RunAsync();
        break;

    case "rounds":
        Console.WriteLine(await InterleavedRounds.RunAsync(100));
        break;

    case "loopback":
        Console.WriteLine(await LoopbackComparison.RunAsync(args.Contains("--quick")));
        break;

    default:
        bool quick = args.Contains("--quick");
        Table inMemory = InMemoryComparison.Run(quick);
        Table loopback = await LoopbackComparison.RunAsync(quick);
        Console.WriteLine(inMemory);
        Console.WriteLine(loopback);
        break;
}
