using GenAuth.Sdk.Testing.Internal.Service;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Everything that a <see cref="FaultInjector"/> holds at a moment.</summary>
/// <param name="Next">The queue, each with the operation it waits for.</param>
/// <param name="Randomly">What applies by chance.</param>
/// <param name="Always">What applies to all others.</param>
/// <param name="Conditions">How many faults depend on a condition.</param>
internal sealed record ArmedFaults(
    IReadOnlyList<ArmedFault> Next,
    IReadOnlyList<RandomFaults> Randomly,
    ArmedFault? Always,
    int Conditions)
{
    /// <summary>How many faults there are, but for those that depend on a condition.</summary>
    public int Count => Next.Count + Randomly.Sum(static random => random.Faults.Count) + (Always is null ? 0 : 1);
}
