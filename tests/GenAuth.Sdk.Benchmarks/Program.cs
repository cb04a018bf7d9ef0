using GenAuth.Sdk.Benchmarks;
using GenAuth.Sdk.Benchmarks.InMemory;
using GenAuth.Sdk.Benchmarks.Loopback;
using GenAuth.Sdk.Benchmarks.Scale;
using GenAuth.Sdk.Benchmarks.Start;

bool quick = args.Contains("--quick");
switch (args.FirstOrDefault())
{
    case "server":
        await FixedAnswerServer.RunAsync();
        break;

    case "first-send":
        await FirstSend.RunAsync(args[1], new Uri(args[2]));
        break;

    case "start":
        Console.WriteLine(await StartComparison.RunAsync(rounds: quick ? 5 : 15, args.Skip(1).FirstOrDefault(argument => argument != "--quick")));
        break;

    case "scale":
        Console.WriteLine(await InFlightRun.RunAsync());
        Console.WriteLine(await TenantsRun.RunAsync());
        Console.WriteLine(await MillionRun.RunAsync());
        break;

    case "flood":
        Console.WriteLine(await FloodRun.RunAsync());
        break;

    case "memory":
        Console.WriteLine(await InterleavedRounds.RunAsync(rounds: 100));
        break;

    case "loopback":
        Console.WriteLine(await LoopbackComparison.RunAsync(quick));
        break;

    default:
        // The times first, before the other measurements leave a large heap behind.
        Table memory = await InterleavedRounds.RunAsync(rounds: quick ? 40 : 100);
        Table bytes = InMemoryComparison.Run(quick);
        Table loopback = await LoopbackComparison.RunAsync(quick);
        Console.WriteLine(bytes);
        Console.WriteLine(memory);
        Console.WriteLine(loopback);
        break;
}
