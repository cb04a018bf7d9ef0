namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Everything that a <see cref="FaultInjector"/> holds at a moment.</summary>
/// <param name="Next">The queue, each with the operation it waits for.</param>
/// <param name="Randomly">What applies by chance.</param>
/// <param name="Always">What applies to all others.</param>
/// <param name="Conditions">How many faults depend on a condition.</param>
internal sealed record ArmedFaults(
    IReadOnlyList<(string? Operation, Fault Fault)> Next,
    IReadOnlyList<RandomFaults> Randomly,
    Fault? Always,
    int Conditions);
