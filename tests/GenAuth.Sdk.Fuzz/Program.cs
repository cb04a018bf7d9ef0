using GenAuth.Sdk.Fuzz;

using SharpFuzz;

// AFL++ feeds the input through shared memory; with file names as arguments the program replays those instead.
if (args.Length == 0)
{
    Fuzzer.Run(stream =>
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        HostileAnswer.Check(input.ToArray());
    });
    return;
}

foreach (string path in args)
    HostileAnswer.Check(await File.ReadAllBytesAsync(path));
Console.WriteLine($"{args.Length} inputs replayed.");
