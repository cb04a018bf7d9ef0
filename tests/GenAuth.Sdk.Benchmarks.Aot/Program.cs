using GenAuth.Sdk.Benchmarks.Start;

// Called as the benchmarks call themselves: first-send, the way, the host.
await FirstSend.RunAsync(args[1], new Uri(args[2]));
