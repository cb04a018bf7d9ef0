namespace GenAuth.Sdk.Testing.Internal.Pages.Faults;

/// <summary>Everything that goes wrong, by the names of the methods of <see cref="FaultInjector"/>.</summary>
internal sealed record ArmedFaultsJson
{
    public IReadOnlyList<FaultJson>? Next { get; init; }

    public IReadOnlyList<RandomFaultsJson>? Randomly { get; init; }

    public FaultJson? Always { get; init; }

    /// <summary>How many faults depend on a condition. Conditions are code of a test in process, and cannot be set from outside.</summary>
    public int? When { get; init; }
}
