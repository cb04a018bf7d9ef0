using System.Diagnostics.CodeAnalysis;

namespace GenAuth.Sdk.Testing.Internal;

/// <summary>Faults that apply to some requests by chance. Choosing is not thread-safe.</summary>
internal sealed class RandomFaults
{
    private readonly Random _random;

    /// <exception cref="ArgumentException">There is no fault, or the probability is none.</exception>
    [SuppressMessage("Security", "CA5394", Justification = "It has to be repeatable; nothing is secret here.")]
    public RandomFaults(int seed, double probability, IReadOnlyList<Fault> faults)
    {
        if (faults.Count == 0 || faults.Contains(null))
            throw new ArgumentException("At least one fault is required, and none may be null.", nameof(faults));
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), "A probability is from 0 to 1.");

        Seed = seed;
        Probability = probability;
        Faults = faults;
        _random = new Random(seed);
    }

    /// <summary>What it is taken back by; given when it is armed.</summary>
    public long Id { get; set; }

    public int Seed { get; }

    public double Probability { get; }

    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Draws: the fault of the next request, or null.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "It has to be repeatable; nothing is secret here.")]
    public Fault? Choose() => _random.NextDouble() < Probability ? Faults[_random.Next(Faults.Count)] : null;
}
